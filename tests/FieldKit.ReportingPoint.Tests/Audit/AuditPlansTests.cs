using System.Globalization;
using System.Text.RegularExpressions;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Audit;

/// <summary>How each database finds a page of the log: down an index that begins with the municipality, from the cursor on, without sorting all.</summary>
public sealed partial class AuditPlansTests : IDisposable
{
    private const int Stored = 20_000;
    private static readonly Guid Someone = new("00000000-0000-0000-0000-000000000001");

    private readonly RunningPoint point = new();

    public static TheoryData<string?, bool, bool, string> Filters => new()
    {
        { null, false, false, "ix_audit_places_municipality_at_sequence" },
        { null, false, true, "ix_audit_places_municipality_at_sequence" },
        { "name-page-opened", false, false, "ix_audit_places_municipality_action_at_sequence" },
        { "name-page-opened", false, true, "ix_audit_places_municipality_action_at_sequence" },
        { null, true, false, "ix_audit_places_municipality_actor_at_sequence" },
        { null, true, true, "ix_audit_places_municipality_actor_at_sequence" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Page_is_found_by_going_down_its_index(string? action, bool actor, bool period, string index)
    {
        await GrowAsync();
        var asked = new AuditQuestion(period ? 4_000 : null, period ? 15_000 : null, action, actor ? Someone : null, null, null, null);

        var plan = await PlanAsync(asked);

        Assert.Contains(index + " ", plan + " ", StringComparison.Ordinal);
        Assert.DoesNotMatch(GoesThroughOrSorts(), plan);
    }

    /// <summary>Sorted, but out of the few lines about one signal.</summary>
    [Fact]
    public async Task Lines_about_a_signal_are_found_by_it()
    {
        await GrowAsync();

        var plan = await PlanAsync(new(null, null, null, null, Someone, null, null));

        Assert.Contains("ix_audit_places_municipality_about ", plan + " ", StringComparison.Ordinal);
        Assert.Contains("ix_audit_places_municipality_about_too", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch("Seq Scan|SCAN audit_places|SCAN a", plan);
    }

    public void Dispose() => point.Dispose();

    [GeneratedRegex("Seq Scan|SCAN |Sort|TEMP B-TREE")]
    private static partial Regex GoesThroughOrSorts();

    /// <summary>Two municipalities of two people each, lines about many signals; every second one is of a page with a name.</summary>
    private async Task GrowAsync()
    {
        var postgres = point.Database.HoldingTheRow.Length > 0;
        var numbers = postgres
            ? string.Create(CultureInfo.InvariantCulture, $"(SELECT generate_series(1, {Stored}) AS n) AS counted")
            : string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {Stored}) SELECT n FROM counted)");
        string Id(string number) => postgres ? $"lpad(to_hex({number}), 32, '0')::uuid" : $"unhex(printf('%032x', {number}))";
        await point.ExecuteAsync($"""
            INSERT INTO audit_places (municipality, sequence, at, action, actor, about, about_too)
            SELECT CASE WHEN n % 2 = 0 THEN 'arnhem' ELSE 'utrecht' END, n + 1000, n,
              CASE WHEN n % 4 = 1 THEN 'name-page-opened' ELSE 'signal-opened' END, {Id("n % 4")}, {Id("n % 5000")}, CASE WHEN n % 50 = 1 THEN {Id("n % 4000")} END
            FROM {numbers};
            ANALYZE
            """);
    }

    private async Task<string> PlanAsync(AuditQuestion asked)
    {
        using var scope = point.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingPointDb>();
        var cursor = new AuditCursor(DateTimeOffset.FromUnixTimeMilliseconds(Stored / 2), (Stored / 2) + 1000);
        await using var command = AuditPlaces.Before(db, "utrecht", asked, cursor).Take(51).CreateDbCommand();
        var postgres = point.Database.HoldingTheRow.Length > 0;
        command.CommandText = (postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(postgres ? 0 : 3));
        }

        return string.Join('\n', lines);
    }
}
