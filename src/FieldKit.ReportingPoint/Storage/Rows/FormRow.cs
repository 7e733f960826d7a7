namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A form version that was ever published: a draft keeps the version that it began with, however old.</summary>
internal sealed class FormRow
{
    public required string Id { get; set; }
    public required int Version { get; set; }
}
