using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.ReportingPoint.Tests.Staff.Weighing;

namespace FieldKit.ReportingPoint.Tests.Staff;

/// <summary>What is asked for of the inbox, wherever it stands in it.</summary>
public sealed class InboxFilterTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private StaffMember first = null!;
    private StaffMember second = null!;

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        first = await StaffMember.ScreenerAsync(point);
        second = await StaffMember.WeigherAsync(point);
    }

    [Theory]
    [InlineData("")]
    [InlineData("waiting=mine")]
    [InlineData("waiting=nobody")]
    [InlineData("waiting=colleague")]
    [InlineData("waiting=second")]
    [InlineData("stage=weegploeg")]
    [InlineData("stage=ontvangen")]
    [InlineData("form=signaal")]
    [InlineData("unread=true")]
    [InlineData("before=1000000")]
    public async Task Who_reads_no_signals_sees_none_of_it_and_nobody_elsewhere_does(string filter)
    {
        await SentAsync();
        var signal = await SentAsync();
        await TakeAsync(first, signal);
        await ProposedAsync(signal);
        using var editor = await StaffMember.EditorAsync(point);
        using var administrator = await StaffMember.WithRoleAsync(point, StaffRoles.Administrator);
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        using var nobody = StaffMember.Nobody(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        foreach (var member in new[] { editor, administrator, auditor })
        {
            await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(Place(filter)));
        }

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Place(filter)));
        var theirs = (await stranger.Client.GetFromJsonAsync(Place(filter), ProtocolJson.Default.InboxPart))!;
        Assert.Empty(theirs.Items);
        Assert.Null(theirs.Next);
    }

    [Theory]
    [InlineData("waiting=everybody")]
    [InlineData("unread=perhaps")]
    [InlineData("before=yesterday")]
    public async Task Filter_that_is_none_is_refused(string filter) =>
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await first.Client.GetAsync(Place(filter)));

    [Fact]
    public async Task Stage_is_where_a_signal_stands_also_before_anybody_looked()
    {
        var (untouched, looked, closed) = (await SentAsync(), await SentAsync(), await SentAsync());
        await point.LookAsync(looked.Header.Id);
        await point.CloseAsync(closed.Header.Id);

        Assert.Equal([looked.Header.Id, untouched.Header.Id], await IdsAsync(first, "stage=ontvangen"));
        Assert.Equal([closed.Header.Id], await IdsAsync(first, "stage=afgerond"));
        Assert.Empty(await IdsAsync(first, "stage=weegploeg"));
        Assert.Empty(await IdsAsync(first, "stage=no-such"));
    }

    [Fact]
    public async Task Waiting_tells_apart_nobody_oneself_and_a_colleague()
    {
        var (one, two, other) = (await SentAsync(), await SentAsync(), await SentAsync());
        await TakeAsync(first, one);
        await TakeAsync(second, two);

        Assert.Equal([other.Header.Id], await IdsAsync(first, "waiting=nobody"));
        Assert.Equal([two.Header.Id], await IdsAsync(first, "waiting=colleague"));
        Assert.Equal([one.Header.Id], await IdsAsync(second, "waiting=colleague"));
    }

    [Fact]
    public async Task Unread_is_ones_own_and_ends_with_reading()
    {
        var (one, two) = (await SentAsync(), await SentAsync());
        await first.OpenAsync(one.Header.Id);

        Assert.Equal([two.Header.Id], await IdsAsync(first, "unread=true"));
        Assert.Equal([two.Header.Id, one.Header.Id], await IdsAsync(second, "unread=true"));
        await worker.ExchangeAsync(worker.FollowUp(one));
        Assert.Equal([one.Header.Id, two.Header.Id], await IdsAsync(first, "unread=true"));
    }

    [Fact]
    public async Task Filters_are_asked_for_together()
    {
        var (one, two, three) = (await SentAsync(), await SentAsync(), await SentAsync());
        await point.CloseAsync(one.Header.Id);
        await point.CloseAsync(two.Header.Id);
        await TakeAsync(first, two);
        await TakeAsync(first, three);

        Assert.Equal([two.Header.Id], await IdsAsync(first, "stage=afgerond&waiting=mine&form=signaal"));
        Assert.Equal([one.Header.Id], await IdsAsync(first, "stage=afgerond&waiting=nobody"));
        Assert.Equal([two.Header.Id], await IdsAsync(second, "stage=afgerond&waiting=colleague&unread=true"));
        Assert.Empty(await IdsAsync(first, "stage=afgerond&form=other"));
    }

    [Fact]
    public async Task Mine_is_what_who_asks_has_in_hand_the_last_arrival_first()
    {
        var (one, two, other) = (await SentAsync(), await SentAsync(), await SentAsync());
        await TakeAsync(first, one);
        await TakeAsync(first, two);
        await TakeAsync(second, other);

        Assert.Equal([two.Header.Id, one.Header.Id], (await ListAsync(first, "waiting=mine")).Select(item => item.Id));
        Assert.Equal([other.Header.Id], (await ListAsync(second, "waiting=mine")).Select(item => item.Id));
        await worker.ExchangeAsync(worker.FollowUp(one));
        Assert.Equal([one.Header.Id, two.Header.Id], (await ListAsync(first, "waiting=mine")).Select(item => item.Id));
    }

    [Fact]
    public async Task Second_is_what_waits_for_a_second_person_until_that_is_decided()
    {
        var (waiting, other) = (await SentAsync(), await SentAsync());
        var open = await ProposedAsync(waiting);
        Assert.Equal([waiting.Header.Id], (await ListAsync(second, "waiting=second")).Select(item => item.Id));

        await second.DecideAsync(waiting.Header.Id, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Disagreed, "Te vroeg.", "weger")).DoneAsync();

        Assert.Empty(await ListAsync(second, "waiting=second"));
        Assert.False((await first.InboxAsync()).Single(item => item.Id == other.Header.Id).WaitsForSecond);
    }

    [Fact]
    public async Task What_was_cleared_is_in_neither()
    {
        var signal = await SentAsync();
        await TakeAsync(first, signal);
        await point.CloseAsync(signal.Header.Id);
        await point.PassAsync(Terms.Days);
        using var after = await StaffMember.ScreenerAsync(point);

        Assert.Empty(await ListAsync(after, "waiting=mine"));
        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM progress WHERE in_hand_of IS NOT NULL"));
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private static string Place(string filter) => $"/api/v1/staff/inbox?{filter}";

    private static Task<IReadOnlyList<InboxItem>> ListAsync(StaffMember member, string filter) => member.InboxAsync(filter);

    private static async Task<IEnumerable<Guid>> IdsAsync(StaffMember member, string filter) => (await member.InboxAsync(filter)).Select(item => item.Id);

    private static async Task TakeAsync(StaffMember member, Envelope signal)
    {
        using var answer = await member.Client.PutAsJsonAsync(
            $"/api/v1/staff/signals/{signal.Header.Id}/in-hand", new(null), ProtocolJson.Default.TakeRequest);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<Envelope> SentAsync()
    {
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        return envelope;
    }

    private async Task<SealedSignal> ProposedAsync(Envelope signal)
    {
        await point.MoveAsync(signal.Header.Id, "eerste-blik", "weegploeg");
        await first.ProposeAsync(signal.Header.Id, WeighingSteps.Proposal(await first.OpenAsync(signal.Header.Id), "advies", "Genoeg.", "screener")).DoneAsync();
        return await second.OpenAsync(signal.Header.Id);
    }
}
