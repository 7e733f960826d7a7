using System.Globalization;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage.Migrations;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Audit;

/// <summary>Entries from before the log kept the municipality: shown to the one that actor or subject tells, and in doubt to nobody.</summary>
public sealed class EarlierAuditTests : IDisposable
{
    private const string Places = "SELECT municipality || ' ' || sequence || ' ' || action FROM audit_places ORDER BY sequence";

    private readonly RunningPoint point = new();

    [Fact]
    public async Task Each_gets_the_place_that_it_would_have_now_and_no_other()
    {
        foreach (var municipality in new[] { "utrecht", "arnhem" })
        {
            var worker = await point.EnrolledAsync(municipality);
            var envelope = worker.Seal("Ik zag iets.");
            await worker.ExchangeAsync(envelope);
            using var member = municipality == "utrecht" ? await StaffMember.ScreenerAsync(point) : await StaffMember.ArnhemScreenerAsync(point);
            await member.OpenAsync(envelope.Header.Id);
        }

        var before = await point.ReadAsync(Places);

        await BecomeEarlierAsync();

        Assert.Equal(before, await point.ReadAsync(Places));
        Assert.Contains(before, place => place.EndsWith(AuditActions.DeviceEnrolled, StringComparison.Ordinal));
        Assert.DoesNotContain(before, place => place.EndsWith(AuditActions.InstanceBegan, StringComparison.Ordinal));
        Assert.NotEmpty(await point.ReadAsync("SELECT about FROM audit_places WHERE action = 'signal-opened' AND about IS NOT NULL"));
    }

    [Fact]
    public async Task Of_who_left_the_lines_stay_where_a_colleague_removed_them_or_the_subject_tells_and_others_are_nobodys()
    {
        using var editor = await StaffMember.EditorAsync(point);
        using var weigher = await StaffMember.WeigherAsync(point);
        var (left, unknown, administrator) = (Setups.IdOf("editor"), Setups.IdOf("weger"), Setups.IdOf("administrator"));
        await AppendAsync(administrator, AuditActions.StaffRemoved, left.ToString("D"));
        await point.ExecuteAsync("DELETE FROM staff WHERE name IN ('editor', 'weger')");

        await BecomeEarlierAsync();

        var actors = await point.ReadAsync("SELECT DISTINCT actor FROM audit_places WHERE action = 'signed-in'");
        Assert.Single(actors);
        Assert.NotEmpty(await point.ReadAsync($"SELECT sequence FROM audit_places WHERE actor = {Text(left)}"));
        Assert.Empty(await point.ReadAsync($"SELECT sequence FROM audit_places WHERE actor = {Text(unknown)}"));
    }

    [Fact]
    public async Task What_tells_of_two_municipalities_is_shown_to_neither()
    {
        await AppendAsync(Setups.IdOf("administrator"), AuditActions.StaffSignedOut, Setups.Arnhem.Staff[0].Id.ToString("D"));
        await AppendAsync(Setups.IdOf("administrator"), AuditActions.CodeIssued, "arnhem 0123456789ab");

        await BecomeEarlierAsync();

        Assert.Empty(await point.ReadAsync("SELECT sequence FROM audit_places WHERE action IN ('staff-signed-out', 'code-issued')"));
    }

    public void Dispose() => point.Dispose();

    private bool IsPostgres => point.Database.HoldingTheRow.Length > 0;

    private string Text(Guid id) => IsPostgres ? $"'{id:D}'::uuid" : $"x'{id:N}'";

    private Task AppendAsync(Guid actor, string action, string subject) => point.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO audit (sequence, at, actor, action, subject, previous, hash) SELECT max(sequence) + 1, 1, {Text(actor)}, '{action}', '{subject}', previous, hash FROM audit WHERE sequence = (SELECT max(sequence) FROM audit) GROUP BY previous, hash"));

    /// <summary>As migration 023 finds them.</summary>
    private async Task BecomeEarlierAsync()
    {
        await point.ExecuteAsync(TestDatabase.FreeAudit);
        await point.ExecuteAsync("DELETE FROM audit_places");
        await point.ExecuteAsync("UPDATE audit SET municipality = NULL");
        await point.ExecuteAsync(EarlierAuditPlaces.Fill(IsPostgres));
    }
}
