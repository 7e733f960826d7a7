using System.Globalization;
using System.Text.RegularExpressions;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Staff;

/// <summary>How each database finds a page: going down an index that ends with the number, from the cursor, without sorting. So it costs the same at any size.</summary>
public sealed partial class InboxPlansTests : IDisposable
{
    private const int Stored = 20_000;

    private readonly RunningPoint point = new();

    public static TheoryData<string?, string?, string> Filters => new()
    {
        { null, null, "ix_envelopes_municipality_sequence" },
        { "ontvangen", null, "ix_envelopes_municipality_sequence" },
        { null, InboxWaiting.Nobody, "ix_envelopes_municipality_sequence" },
        { "afgerond", null, "ix_progress_municipality_stage_last_sequence" },
        { "afgerond", InboxWaiting.Nobody, "ix_progress_municipality_stage_last_sequence" },
        { null, InboxWaiting.Mine, "ix_progress_municipality_in_hand_of_last_sequence" },
        { "afgerond", InboxWaiting.Mine, "ix_progress_municipality_in_hand_of_last_sequence" },
        { null, InboxWaiting.Colleague, "ix_progress_municipality_last_sequence" },
        { "afgerond", InboxWaiting.Colleague, "ix_progress_municipality_last_sequence" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Page_is_found_by_going_down_its_index(string? stage, string? waiting, string index)
    {
        await GrowAsync();

        var plan = await PlanAsync(new(stage, Waiting: waiting));

        Assert.Contains(index + " ", plan + " ", StringComparison.Ordinal);
        Assert.DoesNotMatch(GoesThroughOrSorts(), plan);
    }

    /// <summary>Sorted, but out of the proposals that are open now: those are as many as people can have open.</summary>
    [Fact]
    public async Task What_waits_for_a_second_person_is_found_from_the_open_proposals()
    {
        await GrowAsync();

        var plan = await PlanAsync(new(Waiting: InboxWaiting.Second));

        Assert.Contains("ix_decisions_municipality_proposed_at", plan, StringComparison.Ordinal);
        Assert.DoesNotMatch("Seq Scan|SCAN progress", plan);
    }

    public void Dispose() => point.Dispose();

    [GeneratedRegex("Seq Scan|SCAN |Sort|TEMP B-TREE")]
    private static partial Regex GoesThroughOrSorts();

    /// <summary>Half of all are closed, of which half are in somebody's hand; some wait for a second person.</summary>
    private async Task GrowAsync()
    {
        var device = (await point.EnrolledAsync()).Id;
        var postgres = point.Database.HoldingTheRow.Length > 0;
        var numbers = postgres
            ? string.Create(CultureInfo.InvariantCulture, $"(SELECT generate_series(1, {Stored}) AS n) AS counted")
            : string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {Stored}) SELECT n FROM counted)");
        var id = postgres ? "lpad(to_hex(n), 32, '0')::uuid" : "unhex(printf('%032x', n))";
        var bytes = postgres ? "decode(repeat('00', 100), 'hex')" : "zeroblob(100)";
        var sender = postgres ? $"'{device:D}'::uuid" : $"x'{device:N}'";
        await point.ExecuteAsync($"""
            INSERT INTO envelopes (municipality, id, sequence, device, kind, form, form_version, epoch, received_at, sha256, sealed)
            SELECT 'utrecht', {id}, n, {sender}, 'signal', 'signaal', 1, 1, 1, {bytes}, {bytes} FROM {numbers};
            INSERT INTO progress (municipality, id, stage, stage_version, opened_at, read_to, last_sequence, last_at, in_hand_of)
            SELECT 'utrecht', {id}, 'afgerond', 2, 1, n, n, n, CASE WHEN n % 4 = 0 THEN {(postgres ? "lpad(to_hex(n % 3), 32, '0')::uuid" : "unhex(printf('%032x', n % 3))")} END
            FROM {numbers} WHERE n % 2 = 0;
            INSERT INTO decisions (municipality, id, about, from_stage, stage, proposed_by, proposed_at, proposed_epoch, sealed_proposal, verdict)
            SELECT 'utrecht', {id}, {id}, 'weegploeg', 'advies', {id}, n, 1, {bytes}, CASE WHEN n % 1000 = 0 THEN NULL ELSE 'agreed' END
            FROM {numbers} WHERE n % 2 = 0;
            ANALYZE
            """);
    }

    private async Task<string> PlanAsync(InboxFilter filter)
    {
        using var scope = point.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingPointDb>();
        var places = new InboxPlaces(db, "utrecht", new Guid(new byte[16].Append((byte)1).Skip(1).ToArray(), bigEndian: true), "ontvangen");
        await using var command = places.Before(filter, Stored / 2).Take(60).CreateDbCommand();
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
