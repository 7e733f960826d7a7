using System.Net;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class InboxTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Editor_of_content_may_not_see_signals()
    {
        using var editor = await StaffMember.EditorAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.GetAsync("/api/v1/staff/inbox"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.GetAsync("/api/v1/staff/inbox/news"));
        await Expect.RefusalAsync(
            HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.PostAsync($"/api/v1/staff/devices/{Guid.NewGuid()}/revocation", null));
    }

    [Fact]
    public async Task Signal_of_another_municipality_is_as_if_it_were_not_there()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        Assert.Empty(await stranger.InboxAsync());
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await stranger.Client.GetAsync($"/api/v1/staff/signals/{envelope.Header.Id}"));
        await Expect.RefusalAsync(
            HttpStatusCode.NotFound, Refusals.NotFound, await stranger.Client.PostAsync($"/api/v1/staff/devices/{worker.Id}/revocation", null));
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.False((await screener.InboxAsync()).Single().Opened);
    }

    [Fact]
    public async Task Inbox_shows_the_newest_first_and_nothing_of_a_person()
    {
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("een"), worker.Seal("twee"));
        using var screener = await StaffMember.ScreenerAsync(point);

        var inbox = await screener.InboxAsync();

        Assert.Equal([2, 1], inbox.Select(item => item.Sequence));
        Assert.Equal(
            ("Jongerenwerk utrecht", "jongerenwerk", "signaal", 1, "ontvangen", 0),
            (inbox[0].Organisation, inbox[0].Role, inbox[0].Form, inbox[0].FormVersion, inbox[0].Stage, inbox[0].StageVersion));
        Assert.Equal(point.Clock.GetUtcNow(), inbox[0].ReceivedAt);
    }

    [Fact]
    public async Task Signal_opens_at_the_desk_and_is_then_marked_as_opened()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);

        var signal = await screener.OpenAsync(envelope.Header.Id);

        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        var opened = Hpke.Open(epoch, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        Assert.Equal("Ik zag iets.", Encoding.UTF8.GetString(SealedText.Unpack(opened, 1000)));
        Assert.True((await screener.InboxAsync()).Single().Opened);
    }

    [Fact]
    public async Task Unknown_signal_is_not_found()
    {
        using var screener = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await screener.Client.GetAsync($"/api/v1/staff/signals/{Guid.NewGuid()}"));
    }

    public void Dispose() => point.Dispose();
}
