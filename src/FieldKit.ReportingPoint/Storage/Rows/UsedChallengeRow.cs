namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A passkey's challenge that was answered, rightly or not: it is never taken again.</summary>
internal sealed class UsedChallengeRow
{
    public required Guid Id { get; set; }

    /// <summary>From then on it is refused by its age, and this row may go.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
