namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A public key that a municipality's signals are sealed to. The highest number is the present one.</summary>
internal sealed class EpochRow
{
    public required string Municipality { get; set; }
    public required int Number { get; set; }
    public required byte[] PublicKey { get; set; }
}
