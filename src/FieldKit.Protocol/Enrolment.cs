namespace FieldKit.Protocol;

/// <summary>A device asks to be known. Sent again unchanged after a lost answer, it gets the same answer.</summary>
/// <param name="Code">The one-time code without dashes (<see cref="EnrolmentCode.Whole"/>).</param>
/// <param name="Device">UUIDv7, made on the device.</param>
/// <param name="PublicKey">The device's P-256 point, 65 bytes uncompressed.</param>
/// <param name="TokenHash">SHA-256 of the token that the device made and keeps; 32 bytes.</param>
public sealed record EnrolmentRequest(string Code, Guid Device, byte[] PublicKey, byte[] TokenHash);

/// <param name="Municipality">Id, such as "utrecht".</param>
/// <param name="Role">Of the writer's organisation, never a person.</param>
/// <param name="Admission">For the device to keep as it is, and to show to a reporting point that does not know it any more: its own signature that
/// this device was enrolled. Null from reporting points from before it.</param>
public sealed record EnrolmentResponse(string Municipality, string Organisation, string Role, ReportingPointKeys Keys, string? Admission = null);

/// <summary>The public keys of a reporting point, pinned at enrolment.</summary>
/// <param name="EpochPublicKey">P-256 point, 65 bytes uncompressed: signals are sealed to it.</param>
/// <param name="SigningPublicKey">P-256 point, 65 bytes uncompressed: receipts and content are verified with it.</param>
public sealed record ReportingPointKeys(Guid Instance, int Epoch, byte[] EpochPublicKey, byte[] SigningPublicKey);
