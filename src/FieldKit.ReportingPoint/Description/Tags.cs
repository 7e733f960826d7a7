namespace FieldKit.ReportingPoint.Description;

/// <summary>Whom an operation is for.</summary>
internal static class Tags
{
    public const string Devices = "devices";
    public const string Content = "content";
    public const string Staff = "staff";
    public const string Health = "health";
}
