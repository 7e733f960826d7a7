namespace FieldKit.Protocol;

/// <summary>A page of a municipality's lines of the audit log.</summary>
/// <param name="Lines">At most <see cref="PageSize"/>, or as many as were asked for; the newest first.</param>
/// <param name="People">Who is on the municipality's staff now, by name; for choosing one.</param>
/// <param name="Next">Where the next page begins, to be given as <c>before</c>; null when there is nothing further.</param>
public sealed record AuditPart(IReadOnlyList<AuditLine> Lines, IReadOnlyList<AuditPerson> People, string? Next)
{
    public const int PageSize = 50;

    /// <summary>That can be asked for at once, for a file.</summary>
    public const int MostLines = 500;
}

/// <summary>
/// An entry as its municipality may see it. Without its number: that one counts for all municipalities, so it would tell how much others
/// do.
/// </summary>
/// <param name="Actor">Zeros for nobody: a telephone, or the program.</param>
/// <param name="Name">Null for nobody, and for who is no longer on the staff.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Subject">Codes and ids.</param>
/// <param name="Hash">Of the entry and, through the one before it, of all that came before: 32 bytes.</param>
public sealed record AuditLine(DateTimeOffset At, Guid Actor, string? Name, string Action, string Subject, byte[] Hash);

public sealed record AuditPerson(Guid Id, string Name);

/// <summary>Whether the log hangs together from its first entry to its last.</summary>
/// <param name="State">One of <see cref="AuditStates"/>.</param>
/// <param name="Lines">How many the municipality has.</param>
/// <param name="Last">The municipality's last line: written down elsewhere, its hash shows later that nothing before it was rewritten.</param>
/// <param name="Broken">The first that does not hold, if it is the municipality's.</param>
public sealed record AuditCheck(string State, DateTimeOffset CheckedAt, long Lines, AuditLine? Last, AuditLine? Broken);

public static class AuditStates
{
    public const string Whole = "whole";

    /// <summary>From a line of the municipality on.</summary>
    public const string Broken = "broken";

    /// <summary>From a line on that is not the municipality's: nothing more is told of it.</summary>
    public const string BrokenElsewhere = "broken-elsewhere";

    /// <summary>The log holds, but lines of the municipality are not found by their place any more.</summary>
    public const string LinesMissing = "lines-missing";

    public static IReadOnlyList<string> All { get; } = [Whole, Broken, BrokenElsewhere, LinesMissing];
}

/// <param name="Kind">One of <see cref="AuditExportKinds"/>.</param>
public sealed record AuditExportRequest(string Kind);

/// <summary>What a copy of lines of the audit log is (docs/export.md).</summary>
public static class AuditExportKinds
{
    public const string JsonLines = "json-lines";

    /// <summary>Comma-separated, for a spreadsheet.</summary>
    public const string Table = "table";

    public static IReadOnlyList<string> All { get; } = [JsonLines, Table];
}
