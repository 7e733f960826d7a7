namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>What the reporting point knows of itself: one row, with id 1.</summary>
internal sealed class ReportingPointRow
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>Made once; another instance means another, or an emptied, reporting point.</summary>
    public required Guid Instance { get; set; }

    public long ContentSequence { get; set; }

    /// <summary>SHA-256 of the content apart from the day it was built on.</summary>
    public byte[] ContentHash { get; set; } = [];

    public DateOnly ContentBuiltOn { get; set; }
}
