using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Audit;

/// <summary>The log as an administrator or auditor reads it: their own municipality's lines, and nothing of another's.</summary>
public sealed class AuditPagesTests : IDisposable
{
    private const string Log = "/api/v1/staff/audit";

    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("screener")]
    [InlineData("weigher")]
    [InlineData("case-table")]
    [InlineData("editor")]
    [InlineData("screener weigher case-table editor")]
    public async Task Only_administrators_and_auditors_read_check_or_export_it(string roles)
    {
        await point.ExecuteAsync($"UPDATE staff SET roles = '{roles}' WHERE name = 'screener'");
        using var member = await StaffMember.ScreenerAsync(point);
        var before = await CountAsync();

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(Log));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.PostAsync(Log + "/checks", null));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await ExportAsync(member, AuditExportKinds.Table));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Nobody_without_a_session_does_any_of_it()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Log));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.PostAsync(Log + "/checks", null));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await ExportAsync(nobody, AuditExportKinds.Table));
    }

    [Theory]
    [InlineData(StaffRoles.Administrator)]
    [InlineData(StaffRoles.Auditor)]
    public async Task Lines_are_the_newest_first_with_who_it_was(string role)
    {
        var signal = await OpenedAsync();
        using var reader = await StaffMember.WithRoleAsync(point, role);

        var page = await PageAsync(reader);

        Assert.Equal([AuditActions.SignedIn, AuditActions.SignalOpened, AuditActions.SignedIn], page.Lines.Take(3).Select(line => line.Action));
        Assert.Equal((role, signal.ToString("D"), "screener"), (page.Lines[0].Name, page.Lines[1].Subject, page.Lines[1].Name));
        Assert.Contains(page.People, person => person == new AuditPerson(Setups.IdOf("screener"), "screener"));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Nothing_of_another_municipality_or_of_the_whole_installation_is_there_nor_a_number_that_tells_of_it()
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        var before = await PageAsync(auditor);
        using var other = await StaffMember.ArnhemScreenerAsync(point);
        await point.IssueCodeAsync("arnhem");
        using var guesser = StaffMember.Nobody(point);
        (await guesser.Client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest("wie-dan-ook", "verkeerd-woord"), ProtocolJson.Default.SignInRequest)).Dispose();

        var after = await PageAsync(auditor);

        Assert.Equivalent(before, after, strict: true);
        Assert.DoesNotContain("arnhem", string.Join(' ', after.Lines.Select(line => line.Subject).Concat(after.People.Select(person => person.Name))));
        Assert.Empty((await PageAsync(auditor, $"actor={Setups.Arnhem.Staff[0].Id}")).Lines);
        Assert.Empty((await PageAsync(auditor, $"about={Setups.Arnhem.Staff[0].Id}")).Lines);

        var all = (await RowsAsync()).Count(subject => subject.Contains("arnhem", StringComparison.Ordinal));
        Assert.True(all > 0);
    }

    [Fact]
    public async Task Place_that_points_at_another_municipalitys_entry_shows_nothing_of_it()
    {
        using var other = await StaffMember.ArnhemScreenerAsync(point);
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        var before = await PageAsync(auditor);
        await point.ExecuteAsync("UPDATE audit_places SET municipality = 'utrecht'");

        var after = await PageAsync(auditor);

        Assert.Equal(before.Lines.Select(line => Convert.ToHexString(line.Hash)), after.Lines.Select(line => Convert.ToHexString(line.Hash)));
    }

    [Fact]
    public async Task Cursor_of_another_municipality_is_refused_as_one_that_never_was()
    {
        await point.ExecuteAsync("UPDATE staff SET roles = 'auditor' WHERE name = 'screener-arnhem'");
        using var other = await StaffMember.ArnhemScreenerAsync(point);
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        var cursor = (await PageAsync(other, "most=1")).Next;
        Assert.NotNull(cursor);

        foreach (var wrong in new[] { cursor, "1-ab", "12", "-", "99999999999999999-ab", "" })
        {
            await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await auditor.Client.GetAsync($"{Log}?before={wrong}"));
        }
    }

    [Theory]
    [InlineData("most=0")]
    [InlineData("most=501")]
    [InlineData("action=iets-anders")]
    [InlineData("actor=wie")]
    public async Task What_cannot_be_asked_is_refused(string question)
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);

        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await auditor.Client.GetAsync($"{Log}?{question}"));
    }

    [Fact]
    public async Task Pages_together_are_the_whole_log_each_line_once_also_when_much_happens_in_one_moment_and_meanwhile()
    {
        for (var codes = 0; codes < 60; codes++)
        {
            await point.IssueCodeAsync();
            if (codes % 20 == 0)
            {
                point.Clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        var whole = (await PageAsync(auditor, "most=500")).Lines;

        var first = await PageAsync(auditor);
        await point.IssueCodeAsync();
        var second = await PageAsync(auditor, "before=" + first.Next);

        Assert.Equal((50, whole.Count - 50), (first.Lines.Count, second.Lines.Count));
        Assert.Null(second.Next);
        Assert.Equal(whole.Select(line => Convert.ToHexString(line.Hash)), first.Lines.Concat(second.Lines).Select(line => Convert.ToHexString(line.Hash)));
    }

    [Fact]
    public async Task Filters_by_period_action_member_and_subject_and_both_signals_of_a_link_are_found()
    {
        var (first, second) = (await OpenedAsync(), await OpenedAsync());
        using var screener = await StaffMember.ScreenerAsync(point);
        (await screener.Client.PutAsync($"/api/v1/staff/signals/{first}/related/{second}", null)).Dispose();
        point.Clock.Advance(TimeSpan.FromDays(2));
        var later = point.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);

        Assert.All((await PageAsync(auditor, "action=signed-in")).Lines, line => Assert.Equal("signed-in", line.Action));
        Assert.Equal([first, second], (await PageAsync(auditor, "action=signal-opened")).Lines.Select(line => Guid.Parse(line.Subject)).Reverse());
        Assert.Equal(["auditor"], (await PageAsync(auditor, $"actor={Setups.IdOf("auditor")}")).Lines.Select(line => line.Name));
        Assert.Equal(["auditor"], (await PageAsync(auditor, string.Create(CultureInfo.InvariantCulture, $"from={later}"))).Lines.Select(line => line.Name));
        Assert.DoesNotContain("auditor", (await PageAsync(auditor, string.Create(CultureInfo.InvariantCulture, $"until={later}"))).Lines.Select(line => line.Name));
        Assert.Equal(["signals-linked", "signal-opened"], (await PageAsync(auditor, $"about={first}")).Lines.Select(line => line.Action));
        Assert.Equal(["signals-linked", "signal-opened"], (await PageAsync(auditor, $"about={second}")).Lines.Select(line => line.Action));
        Assert.Equal(["signal-opened"], (await PageAsync(auditor, $"about={second}&action=signal-opened")).Lines.Select(line => line.Action));
    }

    [Fact]
    public async Task Member_who_left_keeps_the_lines_and_loses_the_name()
    {
        await OpenedAsync();
        await point.ExecuteAsync("DELETE FROM staff WHERE name = 'screener'");
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);

        var line = Assert.Single((await PageAsync(auditor, "action=signal-opened")).Lines);

        Assert.Equal((Setups.IdOf("screener"), null), (line.Actor, line.Name));
    }

    [Fact]
    public async Task Export_is_a_line_itself()
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);

        (await ExportAsync(auditor, AuditExportKinds.JsonLines)).EnsureSuccessStatusCode();
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await ExportAsync(auditor, "iets-anders"));

        var line = (await PageAsync(auditor)).Lines[0];
        Assert.Equal((AuditActions.LogExported, AuditExportKinds.JsonLines, "auditor"), (line.Action, line.Subject, line.Name));
    }

    public void Dispose() => point.Dispose();

    private static Task<HttpResponseMessage> ExportAsync(StaffMember member, string kind) =>
        member.Client.PostAsJsonAsync(Log + "/exports", new AuditExportRequest(kind), ProtocolJson.Default.AuditExportRequest);

    private static async Task<AuditPart> PageAsync(StaffMember member, string question = "") =>
        (await member.Client.GetFromJsonAsync($"{Log}?{question}", ProtocolJson.Default.AuditPart))!;

    private async Task<Guid> OpenedAsync()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.OpenAsync(envelope.Header.Id);
        return envelope.Header.Id;
    }

    private async Task<long> CountAsync() =>
        long.Parse(Assert.Single(await point.ReadAsync("SELECT count(*) FROM audit WHERE action NOT IN ('signed-in')")), CultureInfo.InvariantCulture);

    private Task<List<string>> RowsAsync() => point.ReadAsync("SELECT subject FROM audit");
}
