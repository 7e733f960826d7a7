using Microsoft.Data.Sqlite;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Time and numbers that a test does not wait for: beside the server, into its database.</summary>
internal static class SiteDatabase
{
    public static async Task ExecuteAsync(this RunningSite site, string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(site.DataFolder, "reportingpoint.db")};Default Timeout=60;Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>So many signals more, after the one that came in: as it is, but for their ids. They are listed, and do not open.</summary>
    public static Task CopySignalAsync(this RunningSite site, int times) => site.ExecuteAsync(
        $"""
        INSERT INTO envelopes (municipality, id, sequence, device, kind, form, form_version, epoch, received_at, sha256, sealed)
        WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < {times})
        SELECT municipality, randomblob(16), sequence + n, device, kind, form, form_version, epoch, received_at, sha256, sealed FROM envelopes, counted;
        UPDATE municipalities SET last_sequence = (SELECT max(sequence) FROM envelopes WHERE municipality = municipalities.id) WHERE id IN (SELECT municipality FROM envelopes)
        """);
}
