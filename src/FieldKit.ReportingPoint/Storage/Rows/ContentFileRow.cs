namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>The content that an editor published last, as it was signed. One row, or none.</summary>
internal sealed class ContentFileRow
{
    public required long Sequence { get; set; }
    public required byte[] Bytes { get; set; }
}
