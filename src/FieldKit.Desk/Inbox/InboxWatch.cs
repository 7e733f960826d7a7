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
    private IReadOnlyList<InboxItem>? viewed;

    public InboxWatch(DeskClient server, DeskAccess access, InboxLine line)
    {
        (this.server, this.access, this.line) = (server, access, line);
        access.Changed += Follow;
    }

    public event Action? Changed;

    /// <summary>What came in last; null until the first answer.</summary>
    public IReadOnlyList<InboxItem>? Items { get; private set; }

    /// <summary>One of <see cref="InboxViews"/>, or null for <see cref="Items"/>.</summary>
    public string? View { get; private set; }

    /// <summary>What the list shows: the part that was chosen; null until its first answer.</summary>
    public IReadOnlyList<InboxItem>? Shown => View is null ? Items : viewed;

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

    public Task ShowAsync(string? view)
    {
        (View, viewed) = (view, null);
        return RefreshAsync();
    }

    public void Forget() => (Items, Failure, View, viewed) = (null, null, null, null);

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
            if (View is { } view)
            {
                var part = InOrder(await server.InboxAsync(view));

                // Another part may have been chosen meanwhile; that one is asked for next.
                viewed = view == View ? part : viewed;
            }

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
