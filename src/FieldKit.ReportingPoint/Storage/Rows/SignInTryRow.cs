namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>Wrong tries at one name, whether it exists or not, since somebody last signed in with it.</summary>
internal sealed class SignInTryRow
{
    /// <summary>SHA-256 of <see cref="StaffRow.Key"/> in UTF-8: people type passwords where a name belongs.</summary>
    public required byte[] NameHash { get; set; }
    public int Wrong { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
