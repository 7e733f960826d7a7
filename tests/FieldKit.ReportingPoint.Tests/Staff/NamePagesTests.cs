using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class NamePagesTests : IDisposable
{
    private const string Logged = "SELECT subject FROM audit WHERE action = 'name-page-opened' ORDER BY sequence";

    private readonly RunningPoint point = new();

    [Fact]
    public async Task Editor_of_content_may_not_open_one()
    {
        var signal = await SignalAsync();
        using var editor = await StaffMember.EditorAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await OpenAsync(editor, signal, NameReasons.Help));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Fact]
    public async Task Nobody_without_a_session_may_open_one()
    {
        var signal = await SignalAsync();
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await OpenAsync(nobody, signal, NameReasons.Help));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Fact]
    public async Task Of_another_municipality_is_as_if_it_were_not_there()
    {
        var signal = await SignalAsync();
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await OpenAsync(stranger, signal, NameReasons.Help));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nieuwsgierig naar wie dit is")]
    public async Task Reason_is_one_of_a_list_so_that_no_text_comes_into_the_log(string reason)
    {
        var signal = await SignalAsync();
        using var screener = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await OpenAsync(screener, signal, reason));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Fact]
    public async Task Each_opening_is_in_the_log_with_its_reason()
    {
        var signal = await SignalAsync();
        using var screener = await StaffMember.ScreenerAsync(point);

        Assert.Equal(HttpStatusCode.NoContent, (await OpenAsync(screener, signal, NameReasons.Writer)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await OpenAsync(screener, signal, NameReasons.Weighing)).StatusCode);

        Assert.Equal([$"{signal:D} writer", $"{signal:D} weighing"], await point.ReadAsync(Logged));
    }

    public void Dispose() => point.Dispose();

    private async Task<Guid> SignalAsync()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        return envelope.Header.Id;
    }

    private static Task<HttpResponseMessage> OpenAsync(StaffMember member, Guid signal, string reason) =>
        member.Client.PostAsJsonAsync($"/api/v1/staff/signals/{signal}/name-page", new(reason), ProtocolJson.Default.NamePageRequest);
}
