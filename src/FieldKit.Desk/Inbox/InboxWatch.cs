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
    private int pages = 1;

    public InboxWatch(DeskClient server, DeskAccess access, InboxLine line)
    {
        (this.server, this.access, this.line) = (server, access, line);
        access.Changed += Follow;
    }

    public event Action? Changed;

    /// <summary>What came in last, whatever the list shows; null until the first answer.</summary>
    public IReadOnlyList<InboxItem>? Items { get; private set; }

    /// <summary>What the list shows.</summary>
    public InboxFilter Filter { get; private set; } = InboxFilter.None;

    /// <summary>As many pages of what is asked for as were; null until the first answer.</summary>
    public IReadOnlyList<InboxItem>? Shown { get; private set; }

    /// <summary>Whether there may be more of what is asked for.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The last page is not full, but not all was looked through yet.</summary>
    public bool IsSearching => HasMore && Shown?.Count < pages * InboxPart.PageSize;

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

    /// <summary>From the first page on; the filter that is there already keeps its pages.</summary>
    public Task ShowAsync(InboxFilter filter)
    {
        if (filter != Filter)
        {
            (Filter, Shown, HasMore, pages) = (filter, null, false, 1);
        }

        return RefreshAsync();
    }

    /// <summary>One page more.</summary>
    public Task ShowMoreAsync()
    {
        pages++;
        return RefreshAsync();
    }

    /// <returns>A signal as the inbox knows it now; null when it is neither shown nor among what came in last.</returns>
    public InboxItem? Find(Guid id) => Items?.FirstOrDefault(item => item.Id == id) ?? Shown?.FirstOrDefault(item => item.Id == id);

    public void Forget() => (Items, Failure, Filter, Shown, HasMore, pages) = (null, null, InboxFilter.None, null, false, 1);

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
            var filter = Filter;
            var (shown, more) = await PagesAsync(filter);
            Items = filter == InboxFilter.None ? shown : InOrder((await server.InboxAsync(InboxFilter.None)).Items);

            // Another filter may have been chosen meanwhile; that one is asked for next.
            (Shown, HasMore) = filter == Filter ? (shown, more) : (Shown, HasMore);
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

    /// <summary>Anew from the top, so that what moved up is there once and not where it was.</summary>
    private async Task<(IReadOnlyList<InboxItem> Items, bool More)> PagesAsync(InboxFilter filter)
    {
        List<InboxItem> items = [];
        long? before = null;
        for (var page = 0; page < pages; page++)
        {
            var part = await server.InboxAsync(filter, before);

            // What moves up between two of the questions is in neither page or in both.
            items.AddRange(part.Items.Where(item => !items.Exists(other => other.Id == item.Id)));
            before = part.Next;
            if (before is null)
            {
                break;
            }
        }

        return (InOrder(items), before is not null);
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
