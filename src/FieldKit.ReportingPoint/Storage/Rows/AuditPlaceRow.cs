using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>
/// Where the lines of one municipality stand in the log, and by what they are looked for. Only for finding: what counts is the entry. One
/// from before the log kept the municipality has a place where its actor or subject told it (migration 023); without, nobody is shown it.
/// </summary>
internal sealed class AuditPlaceRow
{
    public required string Municipality { get; set; }
    public required long Sequence { get; set; }
    public required DateTimeOffset At { get; set; }
    public required string Action { get; set; }
    public required Guid Actor { get; set; }

    /// <summary>The id with which the subject begins, if it does.</summary>
    public Guid? About { get; set; }

    /// <summary>The id that follows it: of two signals beside each other.</summary>
    public Guid? AboutToo { get; set; }

    public static AuditPlaceRow Of(AuditEntry entry, string municipality)
    {
        var parts = entry.Subject.Split(' ');
        return new()
        {
            Municipality = municipality,
            Sequence = entry.Sequence,
            At = entry.At,
            Action = entry.Action,
            Actor = entry.Actor,
            About = IdOf(parts[0]),
            AboutToo = parts.Length > 1 ? IdOf(parts[1]) : null,
        };
    }

    private static Guid? IdOf(string part) => Guid.TryParseExact(part, "D", out var id) ? id : null;
}
