namespace FieldKit.Desk.Log;

/// <summary>Which lines of the log somebody wants to see.</summary>
/// <param name="From">First day, as it is here; null for from the beginning.</param>
/// <param name="Until">Last day, counted in.</param>
/// <param name="Action">One of <see cref="FieldKit.Protocol.AuditActions"/>.</param>
/// <param name="Actor">A member of the staff.</param>
/// <param name="About">A signal, a device or a member.</param>
public sealed record LogFilter(DateOnly? From = null, DateOnly? Until = null, string? Action = null, Guid? Actor = null, Guid? About = null)
{
    public static LogFilter None { get; } = new();
}
