namespace FieldKit.ReportingPoint.Audit;

/// <summary>What is asked for in the address.</summary>
/// <param name="From">Milliseconds since 1970, as <paramref name="Until"/>: the first moment that counts.</param>
/// <param name="Until">The first moment that no longer does.</param>
/// <param name="About">A signal, device or member.</param>
/// <param name="Before">What a page gave as its next.</param>
/// <param name="Most">Lines; 50 when nobody says.</param>
internal sealed record AuditQuestion(long? From, long? Until, string? Action, Guid? Actor, Guid? About, string? Before, int? Most);
