namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>Something written down about a signal in a meeting; gone with the signal.</summary>
internal sealed class MeetingEntryRow
{
    public required string Municipality { get; set; }

    /// <summary>Made in the desk.</summary>
    public required Guid Id { get; set; }

    /// <summary>Of the signal.</summary>
    public required Guid About { get; set; }

    /// <summary>The meeting: one of the municipality's stages.</summary>
    public required string Stage { get; set; }

    /// <summary>One of <see cref="FieldKit.Protocol.EntryKinds"/>.</summary>
    public required string Kind { get; set; }

    /// <summary><see cref="DateOnly.DayNumber"/> of the meeting.</summary>
    public required int Day { get; set; }
    public required Guid WrittenBy { get; set; }
    public required DateTimeOffset WrittenAt { get; set; }
    public required int Epoch { get; set; }
    public required byte[] Sealed { get; set; }

    /// <summary>Of an action; null while nobody said that it is done.</summary>
    public Guid? DoneBy { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
}
