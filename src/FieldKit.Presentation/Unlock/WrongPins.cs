using FieldKit.Device.Content;
using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Unlock;

/// <summary>
/// What wrong PINs led to: how long to wait, how many tries are left, and that the last one erased. The waiting counts down
/// calmly, by the minute and at the end by ten seconds: a running clock hurries people into the next mistake.
/// </summary>
public sealed class WrongPins(IDeviceKeys keys, Wipe wipe, PolicyInForce policy, TimeProvider time) : Observable, IDisposable
{
    /// <summary>With so many tries left the person is told what the last one does.</summary>
    private const int LeftToWarn = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private Task<int>? limit;
    private WrongTries tries = WrongTries.None;
    private long countedAt;
    private DateTimeOffset countedOn;
    private ITimer? timer;
    private bool cleared;

    /// <summary>Since the last right one; a try that was cut off counts too.</summary>
    public int Count => tries.Count;

    public bool IsErased => tries.Erased;

    /// <summary>After so many the device erases itself.</summary>
    public int Limit { get; private set; } = WrongTries.UsualLimit;

    public int Left => tries.Left(Limit);

    /// <summary>What the last try does has to be said now.</summary>
    public bool IsNearEnd => Count > 0 && !IsErased && Left <= LeftToWarn;

    public bool IsWaiting => Wait > TimeSpan.Zero;

    public TimeSpan Wait => tries.Wait > Elapsed ? tries.Wait - Elapsed : TimeSpan.Zero;

    /// <summary>The wait as it was when it was last looked up: said once, while the rest of it counts down in silence.</summary>
    public TimeSpan WholeWait => tries.Wait;

    /// <summary>Text key and number: minutes, or tens of seconds in the last one.</summary>
    public static (string Key, int Number) WaitParts(TimeSpan wait) => wait > Minute
        ? ("unlock.wait.minutes", Steps(wait, Minute))
        : ("unlock.wait.seconds", Steps(wait, Step) * (int)Step.TotalSeconds);

    /// <summary>The municipality's number, or the usual one where its content cannot be read.</summary>
    public async Task<int> LimitAsync() => Limit = await (limit ??= PolicyAsync());

    public async Task ReadAsync()
    {
        limit = PolicyAsync();
        tries = await keys.TriesAsync();
        (countedAt, countedOn) = (time.GetTimestamp(), time.GetUtcNow());
        CountDown();
        Changed();
        if (IsErased && !cleared)
        {
            cleared = true;
            await ClearAsync();
        }

        await LimitAsync();
        Changed();
    }

    public void Dispose() => timer?.Dispose();

    /// <summary>By two clocks: one stands still while a phone sleeps, the other can be set back.</summary>
    private TimeSpan Elapsed
    {
        get
        {
            var (running, shown) = (time.GetElapsedTime(countedAt), time.GetUtcNow() - countedOn);
            return running > shown ? running : shown;
        }
    }

    private static int Steps(TimeSpan wait, TimeSpan step) => (int)Math.Ceiling(wait / step);

    private void CountDown()
    {
        timer?.Dispose();
        timer = null;
        if (Wait is { Ticks: > 0 } wait)
        {
            var step = wait > Minute ? Minute : Step;
            timer = time.CreateTimer(_ => Tick(), null, wait - ((Steps(wait, step) - 1) * step), Timeout.InfiniteTimeSpan);
        }
    }

    private void Tick()
    {
        if (IsWaiting)
        {
            CountDown();
            Changed();
        }
        else
        {
            // What counts is what is kept, which another tab may have changed.
            _ = ReadAsync();
        }
    }

    // Also at the next start, when the app was closed in between: the keys went first.
    private async Task ClearAsync()
    {
        try
        {
            await wipe.FinishAsync();
        }
        catch (Exception)
        {
            // Nothing opens it any more; the next time clears it.
            cleared = false;
        }
    }

    private async Task<int> PolicyAsync()
    {
        try
        {
            return (await policy.CurrentAsync()).WrongTries;
        }
        catch (Exception)
        {
            return WrongTries.UsualLimit;
        }
    }
}
