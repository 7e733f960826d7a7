using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Audit;

/// <summary>The whole chain, checked on the server and told to one municipality.</summary>
public sealed class AuditCheckTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Log_that_holds_is_told_with_the_municipalitys_last_line_and_that_somebody_asked_is_a_line()
    {
        using var other = await StaffMember.ArnhemScreenerAsync(point);
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        using var also = await StaffMember.ArnhemScreenerAsync(point);

        var check = await CheckAsync(auditor);
        var lines = (await PageAsync(auditor)).Lines;

        Assert.Equal((AuditStates.Whole, lines.Count - 1), (check.State, check.Lines));
        Assert.Equal((AuditActions.LogChecked, AuditStates.Whole, "auditor"), (lines[0].Action, lines[0].Subject, lines[0].Name));
        Assert.Equal(lines[1].Hash, check.Last!.Hash);
        Assert.Equal(point.Clock.GetUtcNow(), check.CheckedAt);
        Assert.Null(check.Broken);
    }

    [Fact]
    public async Task Own_line_that_was_altered_is_pointed_at_and_another_municipality_hears_only_that_it_broke()
    {
        await point.ExecuteAsync("UPDATE staff SET roles = 'auditor' WHERE name = 'screener-arnhem'");
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        await point.ExecuteAsync(TestDatabase.FreeAudit);
        await point.ExecuteAsync($"UPDATE audit SET subject = 'anders' WHERE action = 'signed-in' AND municipality = 'utrecht'");
        using var other = await StaffMember.ArnhemScreenerAsync(point);

        var own = await CheckAsync(auditor);
        var others = await CheckAsync(other);

        Assert.Equal((AuditStates.Broken, "anders"), (own.State, own.Broken?.Subject));
        Assert.Equal((AuditStates.BrokenElsewhere, null, null), (others.State, others.Broken, others.Last));
    }

    [Fact]
    public async Task Line_that_was_moved_to_another_municipality_breaks_the_chain()
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        await point.ExecuteAsync(TestDatabase.FreeAudit);
        await point.ExecuteAsync("UPDATE audit SET municipality = 'arnhem' WHERE action = 'signed-in'");

        Assert.Equal(AuditStates.BrokenElsewhere, (await CheckAsync(auditor)).State);
    }

    [Fact]
    public async Task Lines_that_were_hidden_by_taking_their_place_away_are_missed()
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        await point.ExecuteAsync("DELETE FROM audit_places WHERE action = 'signed-in'");

        Assert.Equal(AuditStates.LinesMissing, (await CheckAsync(auditor)).State);
    }

    [Fact]
    public async Task Who_asks_again_and_again_waits()
    {
        using var auditor = await StaffMember.WithRoleAsync(point, StaffRoles.Auditor);
        for (var times = 0; times < 4; times++)
        {
            await CheckAsync(auditor);
        }

        using var answer = await auditor.Client.PostAsync("/api/v1/staff/audit/checks", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    public void Dispose() => point.Dispose();

    private static async Task<AuditCheck> CheckAsync(StaffMember member)
    {
        using var answer = await member.Client.PostAsync("/api/v1/staff/audit/checks", null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.AuditCheck))!;
    }

    private static async Task<AuditPart> PageAsync(StaffMember member) =>
        (await member.Client.GetFromJsonAsync("/api/v1/staff/audit", ProtocolJson.Default.AuditPart))!;
}
