using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.ReportingPoint.Tests.Staff.Live;

namespace FieldKit.ReportingPoint.Tests.Staff.Assignment;

/// <summary>Who has a signal in hand, and what each has read themselves.</summary>
public sealed class InHandTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private Envelope envelope = null!;
    private StaffMember first = null!;
    private StaffMember second = null!;

    private Guid Signal => envelope.Header.Id;

    private static Guid First => Setups.IdOf("screener");

    private static Guid Second => Setups.IdOf("weger");

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        first = await StaffMember.ScreenerAsync(point);
        second = await StaffMember.WeigherAsync(point);
    }

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Who_reads_no_signals_has_none_in_hand(string role)
    {
        using var other = await StaffMember.WithRoleAsync(point, role);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await TakeAsync(other, from: null));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await LetGoAsync(other));
        Assert.Null((await ItemAsync(first)).InHandOf);
    }

    [Fact]
    public async Task Nobody_without_a_session_and_nobody_elsewhere_has_it_in_hand()
    {
        using var nobody = StaffMember.Nobody(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await TakeAsync(nobody, from: null));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await LetGoAsync(nobody));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await TakeAsync(stranger, from: null));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await LetGoAsync(stranger));
        Assert.Null((await ItemAsync(first)).InHandOf);
    }

    [Theory]
    [InlineData(Setups.ScreenerAlone)]
    [InlineData(StaffRoles.CaseTable)]
    public async Task Whoever_reads_signals_takes_one_on_and_lets_go(string role)
    {
        using var reader = await StaffMember.WithRoleAsync(point, role);

        await DoneAsync(TakeAsync(reader, from: null));
        Assert.Equal(new(Setups.IdOf(role), role), (await ItemAsync(first)).InHandOf);
        await DoneAsync(LetGoAsync(reader));
        Assert.Null((await ItemAsync(first)).InHandOf);
        Assert.Equal([Signal.ToString("D")], await point.AuditedAsync("signal-taken"));
        Assert.Equal([Signal.ToString("D")], await point.AuditedAsync("signal-let-go"));
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_has_it_and_the_other_sees_who()
    {
        var answers = await Task.WhenAll(TakeAsync(first, from: null), TakeAsync(second, from: null));

        var winner = answers[0].IsSuccessStatusCode ? First : Second;
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.AssignedElsewhere, answers.Single(answer => !answer.IsSuccessStatusCode));
        Assert.Equal(winner, (await ItemAsync(first)).InHandOf!.Id);
        Assert.Equal(winner, (await ItemAsync(second)).InHandOf!.Id);
        Assert.Single(await point.AuditedAsync("signal-taken"));
    }

    [Fact]
    public async Task It_is_taken_over_only_from_who_has_it_and_let_go_only_by_them()
    {
        await DoneAsync(TakeAsync(first, from: null));

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.AssignedElsewhere, await TakeAsync(second, from: null));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.AssignedElsewhere, await TakeAsync(second, from: Setups.IdOf(StaffRoles.CaseTable)));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.AssignedElsewhere, await LetGoAsync(second));
        await DoneAsync(TakeAsync(second, from: First));

        Assert.Equal(Second, (await ItemAsync(first)).InHandOf!.Id);
        Assert.Equal([$"{Signal:D}", $"{Signal:D} {First:D}"], await point.AuditedAsync("signal-taken"));
    }

    [Fact]
    public async Task Same_again_is_done_and_written_down_once()
    {
        await DoneAsync(LetGoAsync(first));
        await DoneAsync(TakeAsync(first, from: null));
        await DoneAsync(TakeAsync(first, from: null));

        Assert.Single(await point.AuditedAsync("signal-taken"));
        Assert.Empty(await point.AuditedAsync("signal-let-go"));
    }

    [Fact]
    public async Task Other_desks_hear_of_it()
    {
        await using var inbox = await OpenInbox.OfAsync(second);
        await inbox.NextAsync();

        await DoneAsync(TakeAsync(first, from: null));

        Assert.Equal((InboxNews.Changed, 1), await inbox.NextAsync());
    }

    [Fact]
    public async Task What_a_colleague_read_is_unread_until_one_reads_it_oneself()
    {
        await first.OpenAsync(Signal);
        Assert.Equal((true, false), ((await ItemAsync(first)).Opened, (await ItemAsync(first)).Unread));
        Assert.Equal((true, true), ((await ItemAsync(second)).Opened, (await ItemAsync(second)).Unread));

        await second.OpenAsync(Signal);
        Assert.False((await ItemAsync(second)).Unread);
        await worker.ExchangeAsync(worker.FollowUp(envelope));
        Assert.True((await ItemAsync(first)).Unread);
        await second.OpenAsync(Signal);
        Assert.Equal((0, true), ((await ItemAsync(first)).New, (await ItemAsync(first)).Unread));
    }

    [Fact]
    public async Task What_was_there_before_it_was_kept_who_read_what_is_not_unread()
    {
        await point.ExecuteAsync("UPDATE municipalities SET unread_after = last_sequence");
        Assert.False((await ItemAsync(first)).Unread);

        await worker.ExchangeAsync(worker.FollowUp(envelope));
        Assert.True((await ItemAsync(first)).Unread);
    }

    [Fact]
    public async Task What_was_cleared_is_in_nobodys_hand_and_nobody_read_it()
    {
        await DoneAsync(TakeAsync(first, from: null));
        await point.CloseAsync(Signal);
        await point.PassAsync(Terms.Days);
        using var after = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await TakeAsync(after, from: null));
        Assert.Empty(await point.ReadAsync("SELECT read_to FROM readings"));
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task<InboxItem> ItemAsync(StaffMember member) => (await member.InboxAsync()).Single(item => item.Id == Signal);

    private Task<HttpResponseMessage> TakeAsync(StaffMember member, Guid? from) =>
        member.Client.PutAsJsonAsync($"/api/v1/staff/signals/{Signal}/in-hand", new(from), ProtocolJson.Default.TakeRequest);

    private Task<HttpResponseMessage> LetGoAsync(StaffMember member) => member.Client.DeleteAsync($"/api/v1/staff/signals/{Signal}/in-hand");

    private static async Task DoneAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
