using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>This run of the suite is on PostgreSQL: one cluster for the run, one database for each test.</summary>
internal sealed class TestDatabase : IDisposable
{
    public const string Columns = """
        SELECT t.relname || '.' || c.attname || ' ' || format_type(c.atttypid, c.atttypmod) || CASE WHEN c.attnotnull THEN ' not null' ELSE ' null' END
        FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
        WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND c.attnum > 0 AND NOT c.attisdropped AND t.relname NOT LIKE '\_\_%'
        """;

    public const string Indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix%'";

    /// <summary>What somebody who holds the database does before altering the audit log.</summary>
    public const string FreeAudit = "ALTER TABLE audit DISABLE TRIGGER USER";

    private readonly PostgresCluster cluster;

    private TestDatabase(PostgresCluster cluster, string name) => (this.cluster, Name) = (cluster, name);

    public string Name { get; }

    public string Connection => cluster.ConnectionTo(Name);

    /// <summary>For the command line, beside the data folder.</summary>
    public IReadOnlyList<string> Arguments => ["--database", "postgres", "--connection", Connection];

    public static TestDatabase New() => new(PostgresCluster.Running, PostgresCluster.Running.NewDatabase(fromTemplate: true));

    /// <summary>Without any table.</summary>
    public static TestDatabase Empty() => new(PostgresCluster.Running, PostgresCluster.Running.NewDatabase(fromTemplate: false));

    public static string IndexText(ITableIndex index) =>
        $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX {index.Name} ON public.{index.Table.Name} USING btree ({string.Join(", ", index.Columns.Select(column => column.Name))}){(index.Filter is { } filter ? $" WHERE ({filter})" : "")}";

    public IWebHostBuilder Choose(IWebHostBuilder builder) => builder.UseSetting("database", "postgres").UseSetting("connection", Connection);

    /// <summary>Tables and write-ahead log, as they are on the disk.</summary>
    public async Task<IReadOnlyList<string>> FilesElsewhereAsync()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "CHECKPOINT; SELECT oid::text FROM pg_database WHERE datname = current_database()";
        var tables = cluster.Folder($"base/{await command.ExecuteScalarAsync()}");
        return [.. Directory.EnumerateFiles(tables), .. Directory.EnumerateFiles(cluster.Folder("pg_wal"))];
    }

    public void Dispose() => cluster.Drop(Name);
}
