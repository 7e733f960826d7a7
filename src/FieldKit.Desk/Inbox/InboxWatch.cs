using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Protocol;

namespace FieldKit.Desk.Inbox;

/// <summary>What came in: unread first, then the newest. Looks again whenever the reporting point says that something changed, while the key is open.</summary>
public sealed class InboxWatch : IDisposable
{
    private readonly DeskClient server;
    private readonly DeskAccess access;
    private readonly InboxLine line;
    private CancellationTokenSource? listening;
    private bool looking;
    private bool again;

    public InboxWatch(DeskClient server, DeskAccess access, InboxLine line)
    {
        (this.server, this.access, this.line) = (server, access, line);
        access.Changed += Follow;
    }

    public event Action? Changed;

    /// <summary>Null until the first answer.</summary>
    public IReadOnlyList<InboxItem>? Items { get; private set; }

    /// <summary>Why the last look failed, or null. What was seen before stays.</summary>
    public string? Failure { get; private set; }

    public async Task RefreshAsync()
    {
        // What is being fetched may be older than what this call was about.
        again = true;
        if (looking)
        {
            return;
        }

        looking = true;
        try
        {
            while (again && access.State == AccessState.Open)
            {
                again = false;
                await LookAsync();
            }
        }
        finally
        {
            looking = false;
        }
    }

    public void Forget() => (Items, Failure) = (null, null);

    public void Dispose()
    {
        access.Changed -= Follow;
        HangUp();
    }

    /// <summary>Something came in that nobody at the desk has taken out: the signal, or what its writer sent afterwards.</summary>
    public static bool IsNew(InboxItem item) => item.New > 0 || (!item.Opened && item.WithdrawnAt is null);

    private async Task LookAsync()
    {
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

        Changed?.Invoke();
    }

    private void Follow()
    {
        if (access.State != AccessState.Open)
        {
            HangUp();
        }
        else if (listening is null)
        {
            listening = new();
            _ = line.ListenAsync(RefreshAsync, listening.Token);
        }
    }

    private void HangUp()
    {
        listening?.Cancel();
        listening?.Dispose();
        listening = null;
    }

    private static List<InboxItem> InOrder(IReadOnlyList<InboxItem> items) =>
        [.. items.OrderByDescending(IsNew).ThenByDescending(item => item.LastSequence)];
}
