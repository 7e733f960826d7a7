namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A sealed signal, follow-up or withdrawal as it came; never changed afterwards, but for its clearing.</summary>
internal sealed class EnvelopeRow
{
    public required Guid Id { get; set; }
    public required long Sequence { get; set; }
    public required Guid Device { get; set; }
    public required string Municipality { get; set; }
    public required string Kind { get; set; }
    public required string Form { get; set; }
    public required int FormVersion { get; set; }
    public required int Epoch { get; set; }
    public required DateTimeOffset ReceivedAt { get; set; }
    public required byte[] Sha256 { get; set; }

    /// <summary>Empty once it was cleared; what is left of the row knows the same envelope again.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>The signal that a follow-up or withdrawal belongs to; null for a signal.</summary>
    public Guid? About { get; set; }
}
