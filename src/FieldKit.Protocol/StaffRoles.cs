namespace FieldKit.Protocol;

/// <summary>What a staff member may do; one person may have several.</summary>
public static class StaffRoles
{
    public const string Screener = "screener";
    public const string Weigher = "weigher";
    public const string CaseTable = "case-table";
    public const string Editor = "editor";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Screener, Weigher, CaseTable, Editor, Administrator, Auditor];

    /// <summary>Who reads and answers signals.</summary>
    public static IReadOnlyList<string> Readers { get; } = [Screener, Weigher, CaseTable];

    /// <summary>Who reads the audit log of the municipality.</summary>
    public static IReadOnlyList<string> LogReaders { get; } = [Administrator, Auditor];
}
