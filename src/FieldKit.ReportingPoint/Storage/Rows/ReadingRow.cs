namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>How far one staff member has read about one signal; what colleagues read is in <see cref="ProgressRow.ReadTo"/>.</summary>
internal sealed class ReadingRow
{
    public required string Municipality { get; set; }

    /// <summary>Of the signal.</summary>
    public required Guid Id { get; set; }
    public required Guid Staff { get; set; }

    /// <summary>Sequence of the last envelope about it that this person has taken out.</summary>
    public long ReadTo { get; set; }
}
