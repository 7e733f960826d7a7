namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>One entry of the audit log; the database itself refuses to change or delete one.</summary>
internal sealed class AuditRow
{
    /// <summary>From 1, without gaps.</summary>
    public required long Sequence { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Id of the staff member; zeros for nobody known.</summary>
    public required Guid Actor { get; set; }
    public required string Action { get; set; }
    public required string Subject { get; set; }

    /// <summary>Hash of the entry before this one; zeros for the first.</summary>
    public required byte[] Previous { get; set; }
    public byte[] Hash { get; set; } = [];
}
