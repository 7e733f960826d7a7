using FieldKit.Protocol;

namespace FieldKit.Device.Enrolment;

/// <summary>What this device is to its reporting point: an organisation's, never a person's. Readable without the PIN.</summary>
/// <param name="Token">Base64url of 32 bytes; the reporting point knows only its hash.</param>
/// <param name="Keys">Pinned at enrolment.</param>
public sealed record EnrolledDevice(
    Guid Device, string Token, string Municipality, string Organisation, string Role, ReportingPointKeys Keys);

/// <summary>Written before the request goes out, so that a lost answer is asked for again with the same id and token.</summary>
/// <param name="MadeKeys">This attempt made the device's keys: they go again when the code is refused.</param>
internal sealed record PendingEnrolment(string Code, Guid Device, string Token, bool MadeKeys);
