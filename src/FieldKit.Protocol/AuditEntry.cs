namespace FieldKit.Protocol;

/// <summary>One entry of a reporting point's audit log: who did what and when; never what was written.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">To the millisecond.</param>
/// <param name="Actor">Id of the staff member; zeros for nobody known.</param>
/// <param name="Subject">A number or a code, never text that somebody wrote.</param>
/// <param name="Municipality">Whose it is; empty for what belongs to the installation as a whole. Null in entries from before it was kept.</param>
/// <param name="Previous">Hash of the entry before this one; zeros for the first.</param>
public sealed record AuditEntry(
    long Sequence, DateTimeOffset At, Guid Actor, string Action, string Subject, string? Municipality, byte[] Previous, byte[] Hash);
