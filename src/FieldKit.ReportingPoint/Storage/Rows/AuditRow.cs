using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>An <see cref="AuditEntry"/>, stored; the database itself refuses to change or delete one.</summary>
internal sealed class AuditRow
{
    public required long Sequence { get; set; }
    public required DateTimeOffset At { get; set; }
    public required Guid Actor { get; set; }
    public required string Action { get; set; }
    public required string Subject { get; set; }

    /// <summary>Empty for the installation as a whole; null from before 023.</summary>
    public required string? Municipality { get; set; }
    public required byte[] Previous { get; set; }
    public required byte[] Hash { get; set; }

    public static AuditRow Of(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence,
        At = entry.At,
        Actor = entry.Actor,
        Action = entry.Action,
        Subject = entry.Subject,
        Municipality = entry.Municipality,
        Previous = entry.Previous,
        Hash = entry.Hash,
    };

    public AuditEntry ToEntry() => new(Sequence, At, Actor, Action, Subject, Municipality, Previous, Hash);
}
