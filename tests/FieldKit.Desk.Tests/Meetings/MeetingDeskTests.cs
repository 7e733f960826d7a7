using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Meetings;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Meetings;

/// <summary>A table as one desk sees it: what is up, what was said and by whom, and that nothing typed is lost or written down twice.</summary>
public sealed class MeetingDeskTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 23);
    private static readonly Colleague Noor = new(Case.Staff.Staff, "Noor");

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly FakeClock clock = new();
    private readonly DeskAccess access;
    private readonly EntrySealing sealing;
    private readonly EntryDrafts drafts = new();
    private readonly MeetingDesk desk;
    private readonly List<SealedEntry> kept = [];
    private readonly List<EntryRequest> sent = [];
    private bool answers = true;

    public MeetingDeskTests()
    {
        server.Serve(given);
        server.On("GET /api/v1/staff/inbox", () => Json(new InboxPart([Item(3), Item(1), Item(2)], null), ProtocolJson.Default.InboxPart));
        server.On("GET /api/v1/staff/meetings/weegploeg/2026-11-23", () => Json(new MeetingEntries(kept, []), ProtocolJson.Default.MeetingEntries));
        server.On("GET /api/v1/staff/meetings/actions", () => Json(new MeetingEntries([.. kept.Where(entry => entry.Kind == EntryKinds.Action && entry.DoneAt is null)], []), ProtocolJson.Default.MeetingEntries));
        server.On($"POST /api/v1/staff/signals/{given.Id:D}/entries", async request =>
        {
            var entry = (await request.Content!.ReadFromJsonAsync(ProtocolJson.Default.EntryRequest))!;
            sent.Add(entry);
            if (kept.TrueForAll(known => known.Id != entry.Id))
            {
                kept.Add(new(entry.Id, given.Id, entry.Stage, entry.Kind, entry.Day, Noor, clock.GetUtcNow(), entry.Epoch, entry.Sealed));
            }

            return answers ? new(HttpStatusCode.NoContent) : throw new HttpRequestException("The answer was lost.");
        });
        var keys = new NativeDeskKeys(given.Epoch);
        access = new(server.Client, keys, new IdleLock(clock));
        sealing = new(keys, clock);
        desk = new(server.Client, new ContentSource(server.Client, keys), access, sealing, drafts, clock);
    }

    public void Dispose()
    {
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task What_came_in_first_is_on_top_of_the_agenda()
    {
        await OpenAsync();

        Assert.Equal([1L, 2, 3], desk.Agenda!.Select(item => item.Sequence));
        Assert.Equal("weegploeg", Assert.Single(desk.Tables!).Id);
    }

    [Fact]
    public async Task What_is_written_down_is_read_back_and_the_draft_is_gone()
    {
        await OpenAsync();
        var draft = drafts.Of(given.Id);
        (draft.Kind, draft.Text, draft.Owner, draft.Due) = (EntryKinds.Action, " Bel de school. ", "Leerplicht", "2026-12-01");

        Assert.True(await WriteAsync());

        var said = Assert.Single(desk.Said).Document!;
        Assert.Equal(("Bel de school.", "Leerplicht", new DateOnly(2026, 12, 1)), (said.Text, said.Owner, said.Due!.Value));
        Assert.Single(desk.Actions);
        Assert.Equal("", drafts.Of(given.Id).Text);
    }

    [Fact]
    public async Task Entry_whose_answer_was_lost_is_sent_again_as_the_same_entry()
    {
        await OpenAsync();
        drafts.Of(given.Id).Text = "Bel de school.";
        answers = false;
        Assert.False(await WriteAsync());
        Assert.Equal("Bel de school.", drafts.Of(given.Id).Text);

        answers = true;
        Assert.True(await WriteAsync());

        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Id, sent[1].Id);
        Assert.Single(desk.Said);
    }

    [Fact]
    public async Task What_changed_since_is_another_entry()
    {
        await OpenAsync();
        drafts.Of(given.Id).Text = "Bel de school.";
        answers = false;
        await WriteAsync();
        drafts.Of(given.Id).Text = "Bel de school morgen.";
        answers = true;
        await WriteAsync();

        Assert.NotEqual(sent[0].Id, sent[1].Id);
    }

    [Fact]
    public async Task Action_whose_day_has_passed_is_late_until_it_is_done()
    {
        await OpenAsync();
        var draft = drafts.Of(given.Id);
        (draft.Kind, draft.Text, draft.Owner, draft.Due) = (EntryKinds.Action, "Bel de school.", "Leerplicht", "2026-11-22");
        await WriteAsync();

        var action = Assert.Single(desk.Actions);
        Assert.True(action.IsLate(Day));
        Assert.False(action.IsLate(new(2026, 11, 22)));
        Assert.False((action with { Sealed = action.Sealed with { DoneAt = clock.GetUtcNow() } }).IsLate(Day));
    }

    [Theory]
    [MemberData(nameof(Swaps))]
    public async Task What_is_passed_off_as_something_else_does_not_open(Func<SealedEntry, SealedEntry> swap)
    {
        await OpenAsync();
        drafts.Of(given.Id).Text = "Bel de school.";
        await WriteAsync();
        var entry = kept[0];

        Assert.NotNull((await sealing.OpenAsync(entry, "utrecht")).Document);
        Assert.Null((await sealing.OpenAsync(swap(entry), "utrecht")).Document);
        kept[0] = swap(entry) with { Stage = "weegploeg" };
        if (kept[0] != entry)
        {
            await desk.LookAsync("weegploeg", Day);
            Assert.Null(Assert.Single(desk.Said).Document);
        }
    }

    public static TheoryData<Func<SealedEntry, SealedEntry>> Swaps => new()
    {
        entry => entry with { Signal = Guid.NewGuid() },
        entry => entry with { Id = Guid.NewGuid() },
        entry => entry with { By = new(Guid.NewGuid(), "Sam") },
        entry => entry with { Kind = EntryKinds.Decision },
        entry => entry with { Stage = "casusoverleg" },
        entry => entry with { Day = Day.AddDays(1) },
        entry => entry with { Sealed = [.. entry.Sealed[..^1], (byte)(entry.Sealed[^1] ^ 1)] },
    };

    private static HttpResponseMessage Json<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body, type) };

    private InboxItem Item(long sequence) => given.Item("weegploeg") with { Id = Guid.Parse($"0197a000-0000-7000-8000-{sequence:d12}"), Sequence = sequence };

    private async Task OpenAsync()
    {
        await access.StartAsync();
        await access.UnlockAsync("goede wachtzin");
        await desk.LookAsync(null, Day);
    }

    private Task<bool> WriteAsync() => desk.WriteAsync(new(given.Seal(stage: "weegploeg"), given.Document, [], [], IsShut: false), desk.Tables![0], Day);
}
