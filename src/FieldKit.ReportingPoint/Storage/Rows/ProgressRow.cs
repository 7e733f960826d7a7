namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>
/// How far the desk is with a signal; apart from <see cref="EnvelopeRow"/>, so that a move does not rewrite sealed bytes. A
/// signal without one was not looked at yet, and stands in its municipality's first stage.
/// </summary>
internal sealed class ProgressRow
{
    public required string Municipality { get; set; }

    /// <summary>Of the envelope.</summary>
    public required Guid Id { get; set; }
    public required string Stage { get; set; }

    /// <summary>Counts the moves from one stage to another.</summary>
    public int StageVersion { get; set; }
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>Sequence of the last envelope about it that the desk has taken out; later ones are new.</summary>
    public long ReadTo { get; set; }

    /// <summary>When something last happened: somebody read what was new, or answered. Null where nothing is to be cleared until the next time.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>Sequence of the last envelope about it, where the inbox lists it; null once it was cleared. Moved by who keeps a follow-up.</summary>
    public long? LastSequence { get; set; }

    /// <summary>Id of the staff member who took it on; null for nobody.</summary>
    public Guid? InHandOf { get; set; }
}
