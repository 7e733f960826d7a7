namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>An enrolled device: of an organisation and a role, never of a person.</summary>
internal sealed class DeviceRow
{
    public required Guid Id { get; set; }
    public required byte[] PublicKey { get; set; }
    public required byte[] TokenHash { get; set; }
    public required string Municipality { get; set; }
    public required string Organisation { get; set; }
    public required string Role { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Null for one from before this was kept, and for one that was let in again after a restore.</summary>
    public DateTimeOffset? EnrolledAt { get; set; }

    /// <summary>Days since 1970 (UTC) of its last exchange.</summary>
    public long? LastSeenDay { get; set; }

    /// <summary>Sequence of the last message addressed to it.</summary>
    public long LastMessage { get; set; }

    /// <summary>Sequence of the last message that it said to have stored.</summary>
    public long FetchedTo { get; set; }

    /// <summary>Days since 1970 (UTC) on which it last had something stored, and how much on that day.</summary>
    public long StoredDay { get; set; }
    public long StoredBytes { get; set; }
}
