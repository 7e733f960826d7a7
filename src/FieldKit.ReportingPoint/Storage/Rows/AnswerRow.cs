namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>An answer to a device, sealed twice: for the device, and for the desk to read back.</summary>
internal sealed class AnswerRow
{
    public required Guid Id { get; set; }
    public required Guid Device { get; set; }

    /// <summary>Place among the messages to this device, from 1, without gaps.</summary>
    public required long Sequence { get; set; }
    public required Guid About { get; set; }
    public required string Municipality { get; set; }
    public required int Epoch { get; set; }
    public required string Stage { get; set; }
    public required Guid Staff { get; set; }
    public required DateTimeOffset SentAt { get; set; }

    /// <summary>Empty once it was cleared, as is the other.</summary>
    public required byte[] SealedForDevice { get; set; }
    public required byte[] SealedForDesk { get; set; }
}
