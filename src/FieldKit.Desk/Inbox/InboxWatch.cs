using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Inbox;

/// <summary>What came in: unread first, then the newest. Looks again now and then while the key is open.</summary>
public sealed class InboxWatch : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly ITimer timer;
    private bool looking;

    public InboxWatch(DeskClient server, DeskAccess access, TimeProvider clock)
    {
        (this.server, this.access) = (server, access);
        timer = clock.CreateTimer(_ => _ = RefreshAsync(), null, Interval, Interval);
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public IReadOnlyList<InboxItem>? Items { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task RefreshAsync()
    {
        if (looking || access.State != AccessState.Open)
        {
            return;
        }

        looking = true;
        try
        {
            Items = InOrder(await server.InboxAsync());
            Failure = null;
        }
        catch (DeskRefusedException refused)
        {
            Failure = refused.Code;
            if (refused.Code == DeskRefusedException.SignedOut)
            {
                access.LoseSession();
            }
        }
        finally
        {
            looking = false;
        }

        Changed?.Invoke();
    }

    public void Forget() => (Items, Failure) = (null, null);

    public void Dispose() => timer.Dispose();

    /// <summary>Something came in that nobody at the desk has taken out: the signal, or what its writer sent afterwards.</summary>
    public static bool IsNew(InboxItem item) => item.New > 0 || (!item.Opened && item.WithdrawnAt is null);

    private static List<InboxItem> InOrder(IReadOnlyList<InboxItem> items) =>
        [.. items.OrderByDescending(IsNew).ThenByDescending(item => item.LastSequence)];
}
