namespace FieldKit.ReportingPoint.Storage.Rows;

/// <summary>A passkey of a staff member: the public half. What proves it stays in the member's device.</summary>
internal sealed class PasskeyRow
{
    public required Guid Id { get; set; }
    public required Guid Staff { get; set; }

    /// <summary>As the device calls it; at most 1,023 bytes (WebAuthn).</summary>
    public required byte[] CredentialId { get; set; }

    /// <summary>A COSE key.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>How the member calls it.</summary>
    public required string Name { get; set; }

    /// <summary>Of the last use; a device that does not count gives zero each time.</summary>
    public required long SignCount { get; set; }

    /// <summary>Separated by spaces: how a browser reaches the device.</summary>
    public required string Transports { get; set; }
    public required bool IsBackupEligible { get; set; }
    public required bool IsBackedUp { get; set; }
    public required DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
}
