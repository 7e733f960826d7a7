using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.ReportingPoint.Tests.Staff.Weighing;

namespace FieldKit.ReportingPoint.Tests.Staff;

/// <summary>What one has in hand, and what waits for a second person, wherever it stands in the inbox.</summary>
public sealed class InboxViewTests : IAsyncLifetime
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
    [InlineData(InboxViews.Mine)]
    [InlineData(InboxViews.Second)]
    public async Task Who_reads_no_signals_sees_none_of_it_and_nobody_elsewhere_does(string view)
    {
        var signal = await SentAsync();
        await TakeAsync(first, signal);
        await ProposedAsync(signal);
        using var editor = await StaffMember.EditorAsync(point);
        using var nobody = StaffMember.Nobody(point);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.GetAsync(Place(view)));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Place(view)));
        Assert.Empty(await ListAsync(stranger, view));
    }

    [Fact]
    public async Task View_that_is_none_is_refused() =>
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await first.Client.GetAsync(Place("everything")));

    [Fact]
    public async Task Mine_is_what_who_asks_has_in_hand_the_last_arrival_first()
    {
        var (one, two, other) = (await SentAsync(), await SentAsync(), await SentAsync());
        await TakeAsync(first, one);
        await TakeAsync(first, two);
        await TakeAsync(second, other);

        Assert.Equal([two.Header.Id, one.Header.Id], (await ListAsync(first, InboxViews.Mine)).Select(item => item.Id));
        Assert.Equal([other.Header.Id], (await ListAsync(second, InboxViews.Mine)).Select(item => item.Id));
        await worker.ExchangeAsync(worker.FollowUp(one));
        Assert.Equal([one.Header.Id, two.Header.Id], (await ListAsync(first, InboxViews.Mine)).Select(item => item.Id));
    }

    [Fact]
    public async Task Second_is_what_waits_for_a_second_person_until_that_is_decided()
    {
        var (waiting, other) = (await SentAsync(), await SentAsync());
        var open = await ProposedAsync(waiting);
        Assert.Equal([waiting.Header.Id], (await ListAsync(second, InboxViews.Second)).Select(item => item.Id));

        await second.DecideAsync(waiting.Header.Id, open.Decisions![0].Id, WeighingSteps.Verdict(open, Verdicts.Disagreed, "Te vroeg.", "weger")).DoneAsync();

        Assert.Empty(await ListAsync(second, InboxViews.Second));
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

        Assert.Empty(await ListAsync(after, InboxViews.Mine));
        Assert.Equal(["0"], await point.ReadAsync("SELECT count(*) FROM progress WHERE in_hand_of IS NOT NULL"));
    }

    public Task DisposeAsync()
    {
        first.Dispose();
        second.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private static string Place(string view) => $"/api/v1/staff/inbox?view={view}";

    private static async Task<IReadOnlyList<InboxItem>> ListAsync(StaffMember member, string view) =>
        (await member.Client.GetFromJsonAsync(Place(view), ProtocolJson.Default.IReadOnlyListInboxItem))!;

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
