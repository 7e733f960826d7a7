using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

/// <summary>A sync loop that runs while time moves by hand; a test waits for a state, never for a while.</summary>
internal sealed class RunningLoop(SyncLoop loop, ManualTimeProvider time) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private Task ended = Task.CompletedTask;

    public void Start() => ended = loop.StartAsync(stop.Token);

    public Task AfterAsync(Action action) => AfterAsync(() =>
    {
        action();
        return Task.CompletedTask;
    });

    /// <summary>Until the loop, after what the action set off, waits on its timer again.</summary>
    public async Task AfterAsync(Func<Task> action)
    {
        var sending = false;
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            sending |= loop.Status.State == SyncState.Sending;
            if (sending && loop.Status.WaitingUntil is not null)
            {
                waits.TrySetResult();
            }
        }

        loop.Changed += Look;
        await action();
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(60));
        loop.Changed -= Look;
        // The status is shown just before the timer is set.
        while (time.NextTimer is null)
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await ended;
        stop.Dispose();
    }
}
