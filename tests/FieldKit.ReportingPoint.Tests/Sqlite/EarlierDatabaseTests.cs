using System.CommandLine;
using System.Globalization;
using FieldKit.Cli;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;
using FieldKit.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>The database of any earlier version (tests/FieldKit.SampleVaults) holds the same after this one has started on it.</summary>
public sealed class EarlierDatabaseTests : IDisposable
{
    private static readonly string[] Tables =
        ["reporting_point", "epochs", "forms", "content_files", "enrolment_codes", "devices", "staff", "envelopes", "progress", "answers", "audit"];

    private readonly TemporaryFolder sample = new();

    public static TheoryData<string> Versions => SampleVault.Versions;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_row_is_kept(string version)
    {
        SampleVault.Unpack(version, SampleVault.Browser, sample.FullName);
        var before = Tables.ToDictionary(table => table, Count);
        var (envelopes, answers, devices) = (Rows(Envelopes), Rows(Answers), Rows(Devices));

        await using var db = await PrepareAsync();

        Assert.Equal(before, Tables.ToDictionary(table => table, Count));
        Assert.Equal(envelopes, Rows(Envelopes));
        Assert.Equal(answers, Rows(Answers));
        Assert.Equal(devices, Rows(Devices));
        Assert.Equal(before["envelopes"], await db.Envelopes.CountAsync(row => db.Devices.Any(device => device.Id == row.Device)));
        Assert.Null(AuditChain.FirstBreak((await db.Audit.OrderBy(row => row.Sequence).ToListAsync()).Select(row => row.ToEntry())));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Command_checks_the_log_before_the_upgrade_and_after_it(string version)
    {
        SampleVault.Unpack(version, SampleVault.Browser, sample.FullName);
        var before = Verify();

        await using var db = await PrepareAsync();

        Assert.Equal(0, before.Code);
        Assert.Equal(before, Verify());
        Assert.All(await db.AuditPlaces.Select(row => row.Municipality).Distinct().ToListAsync(), municipality => Assert.Contains(db.Municipalities, row => row.Id == municipality));
    }

    public void Dispose() => sample.Dispose();

    private (int Code, string Said) Verify()
    {
        using var said = new StringWriter();
        var code = CommandLine.Commands(TimeProvider.System).Parse(["audit", "verify", "--data", sample.File("site")]).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }

    private static string Envelopes =>
        $"SELECT format('%s %s %s %d %s %s %s %s', {Id("id")}, {Id("device")}, municipality, sequence, kind, {Id("about")}, hex(sha256), hex(sealed)) FROM envelopes ORDER BY sequence";

    private static string Answers =>
        $"SELECT format('%s %s %s %d %s %d', {Id("id")}, {Id("device")}, {Id("about")}, sequence, stage, sent_at) FROM answers ORDER BY id";

    private static string Devices => $"SELECT format('%s %s %s', {Id("id")}, hex(public_key), hex(token_hash)) FROM devices ORDER BY id";

    // As letters or as bytes, whichever the version stored.
    private static string Id(string column) => $"iif(typeof({column}) = 'text', replace({column}, '-', ''), hex({column}))";

    private long Count(string table) => long.Parse(Assert.Single(Rows($"SELECT format('%d', count(*)) FROM {table}")), CultureInfo.InvariantCulture);

    /// <summary>The first tables were named without underscores; SQLite takes capitals for small letters.</summary>
    private List<string> Rows(string query)
    {
        using var connection = new SqliteConnection($"Data Source={sample.File("site/reportingpoint.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'reporting_point'";
        command.CommandText = (long)command.ExecuteScalar()! == 1 ? query : query.Replace("_", "", StringComparison.Ordinal);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private async Task<ReportingPointDb> PrepareAsync()
    {
        using var folder = new DataFolder(sample.File("site"));
        using var database = new SqliteDatabase(folder);
        var options = new DbContextOptionsBuilder<ReportingPointDb>();
        database.Use(options);
        await new DatabasePreparation(database, new Databases(options.Options), new EphemeralDataProtectionProvider()).StartAsync(CancellationToken.None);
        return new(options.Options);
    }

    private sealed class Databases(DbContextOptions<ReportingPointDb> options) : IDbContextFactory<ReportingPointDb>
    {
        public ReportingPointDb CreateDbContext() => new(options);
    }
}
