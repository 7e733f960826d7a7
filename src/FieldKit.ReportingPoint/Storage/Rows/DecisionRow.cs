namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A step that two people decide about: proposed by one, and agreed with or not by another.</summary>
internal sealed class DecisionRow
{
    public required string Municipality { get; set; }

    /// <summary>Of the proposal, made in the desk.</summary>
    public required Guid Id { get; set; }

    /// <summary>Of the signal.</summary>
    public required Guid About { get; set; }
    public required string FromStage { get; set; }
    public required string Stage { get; set; }
    public required Guid ProposedBy { get; set; }
    public required DateTimeOffset ProposedAt { get; set; }
    public required int ProposedEpoch { get; set; }

    /// <summary>Why, for the desk alone. Empty once it was cleared, as is the other.</summary>
    public required byte[] SealedProposal { get; set; }

    /// <summary>One of <see cref="FieldKit.Protocol.Verdicts"/>; null while a second person is waited for, as are the next four.</summary>
    public string? Verdict { get; set; }
    public Guid? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public int? DecidedEpoch { get; set; }
    public byte[]? SealedVerdict { get; set; }
}
