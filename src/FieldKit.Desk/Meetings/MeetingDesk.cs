using FieldKit.Desk.Inbox;
using FieldKit.Desk.Server;
using FieldKit.Desk.Signals;
using FieldKit.Desk.SignIn;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.Desk.Meetings;

/// <summary>
/// The table of a weegploeg or casusoverleg on one day: what is up, what was written down, and what is still to be done. What is readable lives
/// between unlock and lock.
/// </summary>
public sealed class MeetingDesk(DeskClient server, ContentSource content, DeskAccess access, EntrySealing sealing, EntryDrafts drafts, TimeProvider clock)
{
    /// <summary>Pages of the inbox; no table gets through more in a day.</summary>
    private const int MostPages = 4;

    private readonly Dictionary<Guid, OpenedEntry> opened = [];
    private (string Table, DateOnly Day)? shown;

    /// <summary>The municipality's stages that are meetings; null before the content was read.</summary>
    public IReadOnlyList<Stage>? Tables { get; private set; }

    /// <summary>What stands before this table, the one that came in first in front; null before the first answer.</summary>
    public IReadOnlyList<InboxItem>? Agenda { get; private set; }

    /// <summary>What was written down at this table on this day, in that order.</summary>
    public IReadOnlyList<OpenedEntry> Said { get; private set; } = [];

    /// <summary>What nobody said is done, of all tables: the nearest day first, then what has none.</summary>
    public IReadOnlyList<OpenedEntry> Actions { get; private set; } = [];

    /// <summary>What the inbox tells of the signals of <see cref="Said"/> and <see cref="Actions"/>.</summary>
    public IReadOnlyDictionary<Guid, InboxItem> Signals { get; private set; } = new Dictionary<Guid, InboxItem>();

    /// <summary>Why the last look or deed failed, or null.</summary>
    public string? Failure { get; private set; }

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public Stage? Table(string? id) => Tables?.FirstOrDefault(stage => stage.Id == id);

    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public Task LookAsync(string? table, DateOnly day) => TryAsync(async () =>
    {
        var staff = access.Staff ?? throw new DeskRefusedException(DeskRefusedException.SignedOut);
        Tables = ContentSource.Municipality(await content.ReadAsync(), staff.Municipality)?.Stages.Where(stage => stage.IsMeeting).ToList() ?? [];
        if ((Table(table) ?? Tables.FirstOrDefault()) is not { } here)
        {
            return;
        }

        if (shown != (here.Id, day))
        {
            (shown, Agenda, Said) = ((here.Id, day), null, []);
        }

        var agenda = await AgendaAsync(here.Id);
        var (said, actions) = (await server.MeetingAsync(here.Id, day), await server.OpenActionsAsync());
        Signals = said.Signals.Concat(actions.Signals).Concat(agenda).GroupBy(item => item.Id).ToDictionary(group => group.Key, group => group.First());
        Said = await OpenAsync(said.Entries, staff.Municipality);
        Actions = [.. (await OpenAsync(actions.Entries, staff.Municipality)).OrderBy(action => action.Document?.Due ?? DateOnly.MaxValue)];
        Agenda = agenda;
    });

    /// <returns>All that was written down about a signal, at whatever table, in that order: as it was read, and what came since.</returns>
    public async Task<IReadOnlyList<OpenedEntry>> AboutAsync(SealedSignal signal)
    {
        var since = Said.Where(entry => entry.Sealed.Signal == signal.Item.Id).ToDictionary(entry => entry.Sealed.Id);
        var before = await OpenAsync([.. (signal.Entries ?? []).Where(entry => !since.ContainsKey(entry.Id))], signal.Header.Municipality);
        return [.. before.Concat(since.Values).OrderBy(entry => entry.Sealed.WrittenAt).ThenBy(entry => entry.Sealed.Id)];
    }

    /// <summary>Nothing typed is lost unless it was written down.</summary>
    /// <returns>Whether it was.</returns>
    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public async Task<bool> WriteAsync(OpenedSignal signal, Stage table, DateOnly day)
    {
        var (id, draft) = (signal.Sealed.Item.Id, drafts.Of(signal.Sealed.Item.Id));
        await TryAsync(async () =>
        {
            var staff = access.Staff ?? throw new DeskRefusedException(DeskRefusedException.SignedOut);
            var request = draft.SameAsTried(table.Id, day) ?? await sealing.SealAsync(signal.Sealed, table.Id, day, staff.Staff, draft);
            draft.Try(request);
            await server.WriteEntryAsync(id, request);
            drafts.Drop(id);
        });
        var refusal = Failure;
        await LookAsync(table.Id, day);
        Failure = refusal ?? Failure;
        return refusal is null;
    }

    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public async Task FinishAsync(OpenedEntry action, string table, DateOnly day)
    {
        await TryAsync(() => server.FinishActionAsync(action.Sealed.Signal, action.Sealed.Id));
        var refusal = Failure;
        await LookAsync(table, day);
        Failure = refusal ?? Failure;
    }

    /// <summary>Lets go of everything readable.</summary>
    public void Close()
    {
        opened.Clear();
        (Said, Actions, Agenda, shown) = ([], [], null, null);
    }

    private async Task<IReadOnlyList<InboxItem>> AgendaAsync(string table)
    {
        var items = new List<InboxItem>();
        long? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var part = await server.InboxAsync(new(Stage: table), before);
            items.AddRange(part.Items.Where(item => item.WithdrawnAt is null));
            if ((before = part.Next) is null)
            {
                break;
            }
        }

        return [.. items.DistinctBy(item => item.Id).OrderBy(item => item.Sequence)];
    }

    private async Task<IReadOnlyList<OpenedEntry>> OpenAsync(IReadOnlyList<SealedEntry> entries, string municipality)
    {
        var read = new List<OpenedEntry>();
        foreach (var entry in entries)
        {
            // An entry is never altered, so it is opened once; who says that an action is done is in the open.
            var known = opened.TryGetValue(entry.Id, out var before) && before.Sealed.Sealed.AsSpan().SequenceEqual(entry.Sealed) && before.Sealed.Signal == entry.Signal
                && before.Sealed.By.Id == entry.By.Id && before.Sealed.Kind == entry.Kind && before.Sealed.Day == entry.Day && before.Sealed.Stage == entry.Stage;
            read.Add(opened[entry.Id] = known ? before! with { Sealed = entry } : await sealing.OpenAsync(entry, municipality));
        }

        return read;
    }

    private async Task TryAsync(Func<Task> act)
    {
        Failure = null;
        try
        {
            await act();
        }
        catch (DeskRefusedException refused) when (refused.Code != DeskRefusedException.SignedOut)
        {
            Failure = refused.Code;
        }
    }
}
