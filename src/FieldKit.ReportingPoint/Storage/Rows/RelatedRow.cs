namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>Two signals that a person put beside each other; one row for the two, the one that came in first in front.</summary>
internal sealed class RelatedRow
{
    public required string Municipality { get; set; }

    /// <summary>Of the signal with the lower sequence.</summary>
    public required Guid First { get; set; }
    public required Guid Second { get; set; }

    /// <summary>Id of the staff member.</summary>
    public required Guid LinkedBy { get; set; }
    public required DateTimeOffset LinkedAt { get; set; }
}
