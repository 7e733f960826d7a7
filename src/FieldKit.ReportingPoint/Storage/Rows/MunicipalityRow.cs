namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A municipality that was set up here. Who writes in it holds this row until the commit (<see cref="WriteGate"/>).</summary>
internal sealed class MunicipalityRow
{
    public required string Id { get; set; }

    /// <summary>Of the last envelope received.</summary>
    public long LastSequence { get; set; }

    /// <summary>What came in up to here counts as read by everybody: it is from before it was kept who had read what.</summary>
    public long UnreadAfter { get; set; }

    /// <summary>What has certainly passed for signals here (docs/decisions/0015); 1970 before the first run.</summary>
    public DateTimeOffset RetentionClock { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>JSON of <see cref="FieldKit.Protocol.RecoveryKeyring"/>: epoch keys wrapped for the key that is kept offline. Null where none was ever made.</summary>
    public byte[]? Recovery { get; set; }
}
