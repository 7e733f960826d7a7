namespace FieldKit.Protocol;

/// <summary>
/// What the command line prepares for one municipality and the reporting point takes in at its start.
/// Private keys are in it only wrapped, passwords only hashed.
/// </summary>
/// <param name="Epoch">Number of the key that signals are sealed to; counts up with every new key.</param>
/// <param name="EpochPublicKey">P-256 point, 65 bytes uncompressed.</param>
/// <param name="Recovery">Null in files from before there was a recovery key.</param>
public sealed record ReportingPointSetup(string Municipality, int Epoch, byte[] EpochPublicKey, IReadOnlyList<StaffSetup> Staff, RecoveryKeyring? Recovery = null);

/// <param name="Name">What the staff member signs in with; one of its kind in the whole reporting point.</param>
/// <param name="PasswordHash">"pbkdf2-sha512$iterations$salt$hash", the last two in base64.</param>
/// <param name="Roles">As in <see cref="StaffSession.Roles"/>.</param>
public sealed record StaffSetup(Guid Id, string Name, string PasswordHash, IReadOnlyList<string> Roles, StaffKeyring Keyring);
