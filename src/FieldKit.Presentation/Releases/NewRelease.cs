using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Releases;

/// <summary>
/// A newer release of the app: offered while nothing can be interrupted, taken on a tap, and then in every tab, each as soon
/// as what it shows may be left and what was typed is kept.
/// </summary>
public sealed class NewRelease(IReleases releases, IConnection connection, IEnumerable<IOpenText> texts, TimeProvider time)
    : Observable, IDisposable
{
    /// <summary>Not at every glance at the phone.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<IOpenText> texts = [.. texts];
    private bool started;
    private bool waits;
    private bool taken;
    private bool occupied;
    private bool restarting;
    private long lastLook;

    /// <summary>There is one, and this is a moment to say so.</summary>
    public bool IsOffered => waits && !occupied;

    public bool IsTaking { get; private set; }

    public async Task StartAsync()
    {
        if (started)
        {
            return;
        }

        started = true;
        lastLook = time.GetTimestamp();
        releases.Ready += Wait;
        releases.Taken += Follow;
        connection.Resumed += Look;
        await releases.WatchAsync();
    }

    /// <param name="isOccupied">What is on the screen must not be interrupted: a form, a talk that is led, the PIN.</param>
    public void Show(bool isOccupied)
    {
        var wasOffered = IsOffered;
        occupied = isOccupied;
        if (wasOffered != IsOffered)
        {
            Changed();
        }

        _ = RestartAsync();
    }

    public async Task TakeAsync()
    {
        if (!IsOffered || IsTaking)
        {
            return;
        }

        IsTaking = true;
        Changed();
        if (!await releases.TakeAsync())
        {
            // Another tab was first: this one is told, or was told already.
            (waits, IsTaking) = (false, false);
            Changed();
        }
    }

    public void Dispose()
    {
        releases.Ready -= Wait;
        releases.Taken -= Follow;
        connection.Resumed -= Look;
    }

    private void Wait()
    {
        waits = true;
        Changed();
    }

    private void Follow()
    {
        taken = true;
        _ = RestartAsync();
    }

    // Tried again at each next screen, until nothing stands in the way.
    private async Task RestartAsync()
    {
        if (!taken || occupied || restarting)
        {
            return;
        }

        restarting = true;
        try
        {
            foreach (var text in texts)
            {
                if (!await text.SettleAsync())
                {
                    return;
                }
            }

            if (!occupied)
            {
                taken = false;
                releases.Restart();
            }
        }
        finally
        {
            restarting = false;
        }
    }

    private void Look()
    {
        if (time.GetElapsedTime(lastLook) >= BetweenLooks)
        {
            lastLook = time.GetTimestamp();
            _ = releases.LookAsync();
        }
    }
}
