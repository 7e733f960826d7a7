namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A session that was begun and not signed out of: a cookie alone is not enough.</summary>
internal sealed class StaffSessionRow
{
    /// <summary>Random; in the cookie.</summary>
    public required Guid Id { get; set; }
    public required Guid Staff { get; set; }
    public required DateTimeOffset BeganAt { get; set; }
}
