namespace FieldKit.Protocol;

/// <summary>What the browser asks of a passkey, or of a device that makes one.</summary>
/// <param name="Options">JSON as <c>PublicKeyCredential.parseRequestOptionsFromJSON</c>, or parseCreationOptionsFromJSON, takes it.</param>
public sealed record PasskeyOptions(string Options);

/// <param name="Credential">JSON of the answer, as <c>PublicKeyCredential.toJSON</c> gives it.</param>
public sealed record PasskeyAnswer(string Credential);

/// <param name="Name">What its owner calls it; 2 to <see cref="Limits.StaffNameLetters"/> characters on one line.</param>
/// <param name="Credential">As in <see cref="PasskeyAnswer"/>.</param>
public sealed record NewPasskey(string Name, string Credential);

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="LastUsedAt">Null when it was not used yet.</param>
public sealed record PasskeyItem(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);
