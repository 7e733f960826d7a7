namespace FieldKit.ReportingPoint.Storage.Rows;

internal sealed class EnrolmentCodeRow
{
    /// <summary>SHA-256 of the secret part in UTF-8; the secret itself is shown once and not kept.</summary>
    public required byte[] SecretHash { get; set; }
    public required string Municipality { get; set; }
    public required string Organisation { get; set; }
    public required string Role { get; set; }

    /// <summary>First moment at which it no longer holds.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Since when it no longer holds, though nobody used it.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The device that used it.</summary>
    public Guid? UsedBy { get; set; }
}
