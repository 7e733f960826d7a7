using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>This run of the suite is on SQLite, as when nobody chooses; FieldKit.ReportingPoint.Postgres.Tests has the other.</summary>
internal sealed class TestDatabase : IDisposable
{
    public const string Columns = """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || iif(c."notnull", 'not null', 'null')
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE '\_\_%' ESCAPE '\' AND t.name NOT LIKE 'sqlite%'
        """;

    public const string Indexes = "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";

    /// <summary>What somebody who holds the database does before altering the audit log.</summary>
    public const string FreeAudit = "DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete";

    public static TestDatabase New() => new();

    public static TestDatabase Empty() => new();

    /// <summary>For the command line, beside the data folder.</summary>
    public IReadOnlyList<string> Arguments => [];

    public static string IndexText(ITableIndex index) =>
        $"CREATE {(index.IsUnique ? "UNIQUE " : "")}INDEX \"{index.Name}\" ON \"{index.Table.Name}\" ({string.Join(", ", index.Columns.Select(column => $"\"{column.Name}\""))}){(index.Filter is { } filter ? $" WHERE {filter}" : "")}";

    public IWebHostBuilder Choose(IWebHostBuilder builder) => builder;

    /// <summary>All lies in the data folder.</summary>
    public Task<IReadOnlyList<string>> FilesElsewhereAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    public void Dispose()
    {
        // The file goes with the data folder.
    }
}
