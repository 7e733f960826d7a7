using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Storage;

public sealed class TablesTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public void Migrations_make_the_tables_that_the_model_describes()
    {
        using var scope = point.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Model.GetRelationalModel();

        Assert.Equal(
            model.Tables.SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name} {column.StoreType} {(column.IsNullable ? "null" : "not null")}")).Order(),
            Read("""
                SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || iif(c."notnull", 'not null', 'null')
                FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
                """).Order());
        Assert.Equal(
            model.Tables.SelectMany(table => table.Indexes.Select(IndexText)).Order(),
            Read("SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").Order());
    }

    [Fact]
    public void Commits_reach_the_disk_before_they_are_answered()
    {
        using var connection = point.Services.GetRequiredService<SqliteFile>().OpenToWrite();
        using var command = connection.CreateCommand();

        command.CommandText = "PRAGMA journal_mode";
        Assert.Equal("wal", command.ExecuteScalar());
        command.CommandText = "PRAGMA synchronous";
        Assert.Equal(2L, command.ExecuteScalar());
    }

    [Fact]
    public void Lock_of_a_migration_that_was_cut_off_does_not_hold_up_the_next_start()
    {
        Execute("CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, 'lang geleden')");

        point.Restart();

        Assert.Single(Read("SELECT Instance FROM ReportingPoint"));
    }

    [Fact]
    public void Second_server_on_the_same_folder_is_refused()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new DataFolder(point.DataFolder));

        Assert.Contains("already uses", failure.Message);
    }

    [Fact]
    public void Data_folder_and_signing_key_are_their_owners_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(point.DataFolder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(point.DataFolder, "signing.key")));
        }
    }

    public void Dispose() => point.Dispose();

    private static string IndexText(ITableIndex index) =>
        $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX \"{index.Name}\" ON \"{index.Table.Name}\" ({string.Join(", ", index.Columns.Select(column => $"\"{column.Name}\""))}){(index.Filter is { } filter ? $" WHERE {filter}" : "")}";

    private void Execute(string sql)
    {
        using var connection = point.Services.GetRequiredService<SqliteFile>().OpenToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Read(string sql)
    {
        using var connection = point.Services.GetRequiredService<SqliteFile>().OpenToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
