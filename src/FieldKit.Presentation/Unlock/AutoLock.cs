using System.Globalization;
using FieldKit.Presentation.Sync;

namespace FieldKit.Presentation.Unlock;

/// <summary>
/// Shuts the vault when nobody touched the app for the chosen time, also while it was out of sight, or at once when it goes
/// out of sight. A reload shuts it by itself: the keys are only in memory.
/// </summary>
public sealed class AutoLock(
    UnlockModel vault, IConnection connection, IActivity activity, IPreferences preferences, TimeProvider time) : Observable, IDisposable
{
    public const int AtOnce = 0;
    public const int Usual = 5;

    private const string Preference = "lock-minutes";

    private ITimer? timer;
    private long lastTimestamp;
    private DateTimeOffset lastMoment;
    private bool started;

    /// <summary>What can be chosen; <see cref="AtOnce"/>: as soon as the app is out of sight.</summary>
    public static IReadOnlyList<int> Choices { get; } = [AtOnce, 1, 5, 15, 60];

    public int Minutes { get; private set; } = Read(preferences);

    public void Start()
    {
        if (started)
        {
            return;
        }

        started = true;
        activity.Touched += Touch;
        connection.Leaving += Hidden;
        connection.Resumed += Look;
        vault.PropertyChanged += VaultChanged;
        Touch();
    }

    public void Use(int minutes)
    {
        if (Choices.Contains(minutes))
        {
            preferences.Write(Preference, minutes.ToString(CultureInfo.InvariantCulture));
            Begin(minutes);
        }
    }

    /// <summary>Chosen in another tab.</summary>
    public void ReadAgain()
    {
        if (Read(preferences) is var minutes && minutes != Minutes)
        {
            Begin(minutes);
        }
    }

    public void Dispose()
    {
        Rest();
        activity.Touched -= Touch;
        connection.Leaving -= Hidden;
        connection.Resumed -= Look;
        vault.PropertyChanged -= VaultChanged;
    }

    private void Begin(int minutes)
    {
        Minutes = minutes;
        Rest();
        Touch();
        Changed();
    }

    /// <summary>Somebody who comes back after the time does not open it again by touching it.</summary>
    private void Touch()
    {
        if (timer is not null && HasRunOut)
        {
            Look();
            return;
        }

        (lastTimestamp, lastMoment) = (time.GetTimestamp(), time.GetUtcNow());
        if (timer is null && vault.IsOpen)
        {
            timer = time.CreateTimer(_ => Look(), null, Patience, Timeout.InfiniteTimeSpan);
        }
    }

    // "At once" still ends somewhere for a phone that lies open on a table.
    private TimeSpan Patience => TimeSpan.FromMinutes(Minutes == AtOnce ? Usual : Minutes);

    /// <summary>By two clocks: one stands still while a phone sleeps, the other can be set back.</summary>
    private TimeSpan Elapsed
    {
        get
        {
            var (running, shown) = (time.GetElapsedTime(lastTimestamp), time.GetUtcNow() - lastMoment);
            return running > shown ? running : shown;
        }
    }

    private bool HasRunOut => Elapsed >= Patience;

    private void Hidden()
    {
        if (Minutes == AtOnce)
        {
            Lock();
        }
    }

    private void Look()
    {
        if (!vault.IsOpen)
        {
            Rest();
        }
        else if (HasRunOut)
        {
            Lock();
        }
        else
        {
            timer?.Change(Patience - Elapsed, Timeout.InfiniteTimeSpan);
        }
    }

    private void Lock()
    {
        Rest();
        _ = vault.LockAsync();
    }

    private void Rest()
    {
        timer?.Dispose();
        timer = null;
    }

    private void VaultChanged(object? sender, System.ComponentModel.PropertyChangedEventArgs change)
    {
        if (!vault.IsOpen)
        {
            Rest();
        }
        else if (timer is null)
        {
            Touch();
        }
    }

    private static int Read(IPreferences preferences) =>
        int.TryParse(preferences.Read(Preference), CultureInfo.InvariantCulture, out var minutes) && Choices.Contains(minutes) ? minutes : Usual;
}
