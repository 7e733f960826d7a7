using FieldKit.Benchmarks.Load;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.Benchmarks.Growth;

/// <summary>
/// Fills a reporting point with envelopes as if years had passed: nine signals, then a follow-up about the first of them. Of the signals
/// every second is closed, and of those every second in somebody's hand: by turns of who signs in and of a colleague.
/// </summary>
internal static class GrownSite
{
    /// <summary>So few that a million fit; how long a body is does not change how it is found.</summary>
    private const int SealedBytes = 200;

    /// <summary>The stage of half of the signals.</summary>
    public const string Closed = "afgerond";

    public static async Task GrowAsync(LoadedSite site, int to)
    {
        await using var db = site.Database();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var last = (await db.Municipalities.AsNoTracking().SingleAsync(row => row.Id == LoadedSite.Municipality)).LastSequence;
        var device = (await db.Devices.AsNoTracking().OrderBy(row => row.Id).FirstAsync()).Id;
        var member = await db.Staff.Where(row => row.Name == site.Running.Staff.Name).Select(row => row.Id).SingleAsync();
        await db.Database.ExecuteSqlRawAsync(site.Postgres is null ? Sqlite(last + 1, to, device, member) : Postgres(last + 1, to, device, member));
        await db.Municipalities.Where(row => row.Id == LoadedSite.Municipality)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSequence, to));
        if (site.Postgres is not null)
        {
            // As its autovacuum does within a minute wherever a table grew by a tenth.
            await db.Database.ExecuteSqlRawAsync("ANALYZE envelopes; ANALYZE progress");
        }
    }

    /// <summary>Makes so many closed signals due, the last that came in and were not cleared yet.</summary>
    public static async Task MakeDueAsync(LoadedSite site, int count)
    {
        await using var db = site.Database();
        var due = await db.Progress
            .Where(row => row.Municipality == LoadedSite.Municipality && row.Stage == Closed && row.LastSequence != null)
            .OrderByDescending(row => row.LastSequence)
            .Take(count)
            .Select(row => row.Id)
            .ToListAsync();
        await db.Progress.Where(row => row.Municipality == LoadedSite.Municipality && due.Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastAt, DateTimeOffset.UnixEpoch.AddDays(1)));
    }

    private static string Sqlite(long from, long to, Guid device, Guid member) => Insert(
        $"(WITH RECURSIVE counted (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM counted WHERE n < {to}) SELECT n FROM counted)",
        n => $"unhex(printf('%032x', {n}))",
        $"x'{device:N}'",
        $"x'{member:N}'",
        length => $"randomblob({length})");

    private static string Postgres(long from, long to, Guid device, Guid member) => Insert(
        $"(SELECT generate_series({from}::bigint, {to}::bigint) AS n) AS counted",
        n => $"lpad(to_hex({n}), 32, '0')::uuid",
        $"'{device:D}'::uuid",
        $"'{member:D}'::uuid",
        length => $"decode(repeat(lpad(to_hex(n), 8, '0'), {length / 4}), 'hex')");

    private static string Insert(string numbers, Func<string, string> id, string device, string member, Func<int, string> bytes) =>
        $"""
        INSERT INTO envelopes (municipality, id, sequence, device, kind, form, form_version, epoch, received_at, sha256, sealed, about)
        SELECT '{LoadedSite.Municipality}', {id("n")}, n, {device}, CASE WHEN n % 10 = 0 THEN 'follow-up' ELSE 'signal' END, 'signaal', 1, 1, 1700000000000 + n,
          {bytes(32)}, {bytes(SealedBytes)}, CASE WHEN n % 10 = 0 THEN {id("n - 9")} END
        FROM {numbers};
        INSERT INTO progress (municipality, id, stage, stage_version, opened_at, read_to, last_sequence, last_at, in_hand_of)
        SELECT '{LoadedSite.Municipality}', {id("n")}, '{Closed}', 2, 1, n, n, 1800000000000, CASE n % 8 WHEN 0 THEN {member} WHEN 4 THEN {device} END
        FROM {numbers} WHERE n % 2 = 0 AND n % 10 <> 0
        """;
}
