namespace FieldKit.Protocol;

/// <summary>How the reporting point itself is. Nothing in it counts or weighs what any municipality has there.</summary>
/// <param name="Version">Of the program, as it was built.</param>
/// <param name="Database">One of <see cref="SystemDatabases"/>.</param>
/// <param name="Frames">Versions of the exchange that it speaks.</param>
/// <param name="StartedAt">When the node that answers began.</param>
/// <param name="Now">Its clock.</param>
/// <param name="ClearedTo">The time by which this municipality's terms were counted last (docs/decisions/0015); null before the first time.</param>
/// <param name="LogCheckedAt">When somebody of this municipality last had the audit log checked; null where nobody did.</param>
/// <param name="IsStorageLow">Less than a tenth of the disk with its data is free: it should be looked at before it is full.</param>
public sealed record SystemState(
    string Version, string Database, IReadOnlyList<int> Frames, DateTimeOffset StartedAt, DateTimeOffset Now, DateTimeOffset? ClearedTo, DateTimeOffset? LogCheckedAt,
    bool IsStorageLow);

public static class SystemDatabases
{
    /// <summary>A file in the data folder, used by one node.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>PostgreSQL, which several nodes may share.</summary>
    public const string Postgres = "postgres";
}
