using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.ReportingPoint.Tests.Staff.Live;

namespace FieldKit.ReportingPoint.Tests.Staff.Meetings;

/// <summary>What is written down about signals in a weegploeg or casusoverleg. What it says is sealed; these tests look at who, about what and when.</summary>
public sealed class MeetingEntriesTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private Envelope sent = null!;
    private StaffMember first = null!;
    private StaffMember second = null!;

    private Guid Signal => sent.Header.Id;

    private DateOnly Today => DateOnly.FromDateTime(point.Clock.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        sent = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(sent);
        first = await StaffMember.ScreenerAsync(point);
        second = await StaffMember.WeigherAsync(point);
    }

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Who_reads_no_signals_sits_at_no_table(string role)
    {
        var action = await WrittenAsync(first, EntryKinds.Action);
        using var other = await StaffMember.WithRoleAsync(point, role);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await WriteAsync(other, Entry()));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await FinishAsync(other, action.Id));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await other.Client.GetAsync("/api/v1/staff/meetings/actions"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await other.Client.GetAsync(MeetingPath()));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await NoteMinutesAsync(other, new("weegploeg", Today, false)));
    }

    [Fact]
    public async Task Nobody_without_a_session_and_nobody_elsewhere_sits_at_it()
    {
        var action = await WrittenAsync(first, EntryKinds.Action);
        using var nobody = StaffMember.Nobody(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await WriteAsync(nobody, Entry()));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync("/api/v1/staff/meetings/actions"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await WriteAsync(stranger, Entry()));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await FinishAsync(stranger, action.Id));
        Assert.Empty((await ActionsAsync(stranger)).Entries);
        Assert.Empty((await MeetingAsync(stranger)).Entries);
    }

    [Fact]
    public async Task What_one_writes_down_everybody_at_the_table_has_as_it_was_sealed()
    {
        var note = await WrittenAsync(first, EntryKinds.Note);
        point.Clock.Advance(TimeSpan.FromMinutes(1));
        var decision = await WrittenAsync(second, EntryKinds.Decision);

        var entries = (await second.OpenAsync(Signal)).Entries!;
        Assert.Equal([note.Id, decision.Id], entries.Select(entry => entry.Id));
        Assert.Equal(
            (Signal, "weegploeg", EntryKinds.Note, Today, Setups.IdOf("screener"), "screener", 1),
            (entries[0].Signal, entries[0].Stage, entries[0].Kind, entries[0].Day, entries[0].By.Id, entries[0].By.Name, entries[0].Epoch));
        Assert.Equal(note.Sealed, entries[0].Sealed);
        var meeting = await MeetingAsync(first);
        Assert.Equal([note.Id, decision.Id], meeting.Entries.Select(entry => entry.Id));
        Assert.Equal(Signal, Assert.Single(meeting.Signals).Id);
        Assert.Equal([$"{Signal:D} note", $"{Signal:D} decision"], await point.AuditedAsync("entry-written"));
    }

    [Fact]
    public async Task Meetings_are_kept_apart_by_table_and_day()
    {
        await WrittenAsync(first, EntryKinds.Note);
        var other = Entry() with { Stage = "casusoverleg" };
        var later = Entry() with { Day = Today.AddDays(1) };
        await DoneAsync(WriteAsync(first, other));
        await DoneAsync(WriteAsync(first, later));

        Assert.Single((await MeetingAsync(first)).Entries);
        Assert.Equal(other.Id, Assert.Single((await MeetingAsync(first, stage: "casusoverleg")).Entries).Id);
        Assert.Equal(later.Id, Assert.Single((await MeetingAsync(first, day: Today.AddDays(1))).Entries).Id);
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await first.Client.GetAsync("/api/v1/staff/meetings/weegploeg/gisteren"));
    }

    [Fact]
    public async Task Action_is_open_until_somebody_says_that_it_is_done()
    {
        var action = await WrittenAsync(first, EntryKinds.Action);
        var note = await WrittenAsync(first, EntryKinds.Note);
        Assert.Equal(action.Id, Assert.Single((await ActionsAsync(second)).Entries).Id);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await FinishAsync(second, note.Id));
        await DoneAsync(FinishAsync(second, action.Id));
        await DoneAsync(FinishAsync(first, action.Id));

        Assert.Empty((await ActionsAsync(first)).Entries);
        var told = (await first.OpenAsync(Signal)).Entries!.Single(entry => entry.Id == action.Id);
        Assert.Equal((Setups.IdOf("weger"), point.Clock.GetUtcNow()), (told.DoneBy!.Id, told.DoneAt!.Value));
        Assert.Equal([Signal.ToString("D")], await point.AuditedAsync("action-done"));
    }

    [Fact]
    public async Task Same_again_is_one_entry_and_another_under_its_id_is_refused()
    {
        var entry = Entry();
        await Task.WhenAll(DoneAsync(WriteAsync(first, entry)), DoneAsync(WriteAsync(first, entry)));

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Conflict, await WriteAsync(first, entry with { Kind = EntryKinds.Decision }));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Conflict, await WriteAsync(second, entry));
        Assert.Single((await first.OpenAsync(Signal)).Entries!);
    }

    [Fact]
    public async Task Nothing_is_written_down_about_what_is_not_here_not_a_meeting_or_not_sealed()
    {
        using var unknown = await WriteAsync(first, Entry(), Guid.NewGuid());
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, unknown);
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.StageUnknown, await WriteAsync(first, Entry() with { Stage = "advies" }));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.EpochUnknown, await WriteAsync(first, Entry() with { Epoch = 7 }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await WriteAsync(first, Entry() with { Id = Guid.Empty }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await WriteAsync(first, Entry() with { Kind = "opinion" }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await WriteAsync(first, Entry() with { Day = Today.AddDays(400) }));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await WriteAsync(first, Entry() with { Sealed = [1, 2, 3] }));
        await Expect.RefusalAsync(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge, await WriteAsync(first, Entry() with { Sealed = new byte[2 * Limits.SealedBytes] }));
        Assert.Empty((await first.OpenAsync(Signal)).Entries!);
    }

    [Fact]
    public async Task Nothing_is_written_down_any_more_about_what_its_writer_took_back()
    {
        await worker.ExchangeAsync(worker.Withdrawal(sent));

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.Withdrawn, await WriteAsync(first, Entry()));
    }

    [Fact]
    public async Task No_more_is_kept_about_one_signal_than_people_oversee()
    {
        for (var count = 0; count < Limits.MeetingEntries; count++)
        {
            await WrittenAsync(first, EntryKinds.Note);
        }

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EntriesFull, await WriteAsync(first, Entry()));
    }

    [Fact]
    public async Task Minutes_that_are_printed_are_noted_without_what_they_say()
    {
        await DoneAsync(NoteMinutesAsync(first, new("weegploeg", Today, WithNames: false)));
        await DoneAsync(NoteMinutesAsync(first, new("weegploeg", Today, WithNames: true)));

        Assert.Equal([$"weegploeg {Today:yyyy-MM-dd}", $"weegploeg {Today:yyyy-MM-dd} with-names"], await point.AuditedAsync("minutes-printed"));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.StageUnknown, await NoteMinutesAsync(first, new("advies", Today, false)));
    }

    [Fact]
    public async Task Other_desks_hear_of_it()
    {
        await using var inbox = await OpenInbox.OfAsync(second);
        await inbox.NextAsync();

        await WrittenAsync(first, EntryKinds.Note);

        Assert.Equal(InboxNews.Changed, (await inbox.NextAsync()).Item1);
    }

    [Fact]
    public async Task All_of_it_goes_with_the_signal()
    {
        var action = await WrittenAsync(first, EntryKinds.Action);
        await point.CloseAsync(Signal);
        await point.PassAsync(Terms.Days);
        using var after = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await WriteAsync(after, Entry()));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await FinishAsync(after, action.Id));
        Assert.Empty((await ActionsAsync(after)).Entries);
        Assert.Empty(await point.ReadAsync("SELECT id FROM meeting_entries"));
    }

    [Fact]
    public async Task What_is_written_down_begins_the_term_anew()
    {
        await point.CloseAsync(Signal);
        point.Clock.Advance(TimeSpan.FromDays(Terms.Days - 1));
        using var late = await StaffMember.ScreenerAsync(point);
        await DoneAsync(WriteAsync(late, Entry()));

        await point.PassAsync(2);

        using var after = await StaffMember.ScreenerAsync(point);
        Assert.Single((await after.OpenAsync(Signal)).Entries!);
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private EntryRequest Entry(string kind = EntryKinds.Note) =>
        new(Guid.CreateVersion7(), "weegploeg", kind, Today, 1, RandomNumberGenerator.GetBytes(300));

    private async Task<EntryRequest> WrittenAsync(StaffMember member, string kind)
    {
        var entry = Entry(kind);
        await DoneAsync(WriteAsync(member, entry));
        return entry;
    }

    private Task<HttpResponseMessage> WriteAsync(StaffMember member, EntryRequest entry, Guid? about = null) =>
        member.Client.PostAsJsonAsync($"/api/v1/staff/signals/{about ?? Signal}/entries", entry, ProtocolJson.Default.EntryRequest);

    private Task<HttpResponseMessage> FinishAsync(StaffMember member, Guid entry) =>
        member.Client.PostAsync($"/api/v1/staff/signals/{Signal}/entries/{entry}/done", null);

    private static Task<HttpResponseMessage> NoteMinutesAsync(StaffMember member, MinutesRequest minutes) =>
        member.Client.PostAsJsonAsync("/api/v1/staff/meetings/minutes", minutes, ProtocolJson.Default.MinutesRequest);

    private string MeetingPath(string stage = "weegploeg", DateOnly? day = null) => FormattableString.Invariant($"/api/v1/staff/meetings/{stage}/{day ?? Today:yyyy-MM-dd}");

    private async Task<MeetingEntries> MeetingAsync(StaffMember member, string stage = "weegploeg", DateOnly? day = null) =>
        (await member.Client.GetFromJsonAsync(MeetingPath(stage, day), ProtocolJson.Default.MeetingEntries))!;

    private static async Task<MeetingEntries> ActionsAsync(StaffMember member) =>
        (await member.Client.GetFromJsonAsync("/api/v1/staff/meetings/actions", ProtocolJson.Default.MeetingEntries))!;

    private static async Task DoneAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
