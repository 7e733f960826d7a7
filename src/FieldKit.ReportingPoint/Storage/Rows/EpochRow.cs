namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A public key that a municipality's signals are sealed to. The highest number is the present one.</summary>
internal sealed class EpochRow
{
    public required string Municipality { get; set; }
    public required int Number { get; set; }
    public required byte[] PublicKey { get; set; }

    /// <summary>Signature by the key before it (<see cref="FieldKit.Protocol.NextEpoch"/>); null of a first key.</summary>
    public byte[]? Vouched { get; set; }

    /// <summary>Null where that is not known.</summary>
    public DateTimeOffset? MadeAt { get; set; }
}
