using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class SignalExportsTests : IDisposable
{
    private const string Logged = "SELECT subject FROM audit WHERE action = 'signal-exported' ORDER BY sequence";

    private readonly RunningPoint point = new();

    [Fact]
    public async Task Who_reads_no_signals_may_not_make_one()
    {
        var signal = await SignalAsync();
        using var editor = await StaffMember.EditorAsync(point);
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await NoteAsync(editor, signal));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await NoteAsync(nobody, signal));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Fact]
    public async Task Of_another_municipality_is_as_if_it_were_not_there()
    {
        var signal = await SignalAsync();
        using var stranger = await StaffMember.ArnhemScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await NoteAsync(stranger, signal));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Theory]
    [InlineData("")]
    [InlineData("naar mijn eigen mail")]
    public async Task Kind_is_one_of_a_list_so_that_no_text_comes_into_the_log(string kind)
    {
        var signal = await SignalAsync();
        using var screener = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await NoteAsync(screener, signal, kind));
        Assert.Empty(await point.ReadAsync(Logged));
    }

    [Fact]
    public async Task Each_copy_is_in_the_log_and_whether_names_went_with_it()
    {
        var signal = await SignalAsync();
        using var screener = await StaffMember.ScreenerAsync(point);

        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(screener, signal, ExportKinds.Paper)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await NoteAsync(screener, signal, ExportKinds.File, withNames: true)).StatusCode);

        Assert.Equal([$"{signal:D} paper", $"{signal:D} file with-names"], await point.ReadAsync(Logged));
    }

    public void Dispose() => point.Dispose();

    private async Task<Guid> SignalAsync()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        return envelope.Header.Id;
    }

    private static Task<HttpResponseMessage> NoteAsync(StaffMember member, Guid signal, string kind = ExportKinds.File, bool withNames = false) =>
        member.Client.PostAsJsonAsync($"/api/v1/staff/signals/{signal}/exports", new(kind, withNames), ProtocolJson.Default.ExportRequest);
}
