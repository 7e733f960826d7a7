namespace FieldKit.ReportingPoint.Storage.Databases;

/// <summary>Which database, as `--database` and `--connection` say; SQLite in the data folder when they say nothing.</summary>
/// <param name="Connection">Of PostgreSQL; null for SQLite.</param>
internal sealed record DatabaseChoice(string? Connection)
{
    /// <summary>Several nodes may use the same database, and then the same data folder for their keys.</summary>
    public bool IsShared => Connection is not null;

    /// <exception cref="InvalidOperationException">Another database, or PostgreSQL without a connection.</exception>
    public static DatabaseChoice Of(IConfiguration configuration) => (configuration["database"] ?? "sqlite", configuration["connection"]) switch
    {
        ("sqlite", null) => new((string?)null),
        ("sqlite", _) => throw new InvalidOperationException("SQLite takes no --connection: its file is in the data folder (--data)."),
        ("postgres", { Length: > 0 } connection) => new(connection),
        ("postgres", _) => throw new InvalidOperationException("--database postgres needs --connection, such as \"Host=db.example;Database=fieldkit;Username=fieldkit\"."),
        (var other, _) => throw new InvalidOperationException($"--database is sqlite or postgres, not '{other}'."),
    };
}
