using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>What holds of the embedded database alone.</summary>
public sealed class SqliteTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Commits_reach_the_disk_before_they_are_answered()
    {
        Assert.Equal(["wal"], await point.ReadAsync("PRAGMA journal_mode"));
        Assert.Equal(["2"], await point.ReadAsync("PRAGMA synchronous"));
    }

    [Fact]
    public async Task Lock_of_a_migration_that_was_cut_off_does_not_hold_up_the_next_start()
    {
        await point.ExecuteAsync("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, 'lang geleden')");

        point.Restart();

        Assert.Single(await point.ReadAsync("SELECT instance FROM reporting_point"));
    }

    [Fact]
    public void Second_server_on_the_same_folder_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new DataFolder(point.DataFolder));

        Assert.Contains("already uses", failure.Message);
    }

    [Fact]
    public async Task Stopped_server_has_let_go_of_its_file_with_everything_in_it()
    {
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("Een feit."));

        point.Halt();

        Assert.Equal(["reportingpoint.db"], Directory.EnumerateFiles(point.DataFolder, "reportingpoint.db*").Select(Path.GetFileName));
    }

    public void Dispose() => point.Dispose();
}
