namespace FieldKit.Protocol;

/// <summary>Asks for one-time codes, all for the same organisation and role.</summary>
/// <param name="Organisation">2 to <see cref="Limits.OrganisationLetters"/> characters on one line, of an organisation and never of a person: the desk reads it beside every signal.</param>
/// <param name="Role">One of <see cref="WriterRoles"/>.</param>
/// <param name="Count">1 to <see cref="Limits.CodesAtOnce"/>.</param>
public sealed record CodesRequest(string Organisation, string Role, int Count);

/// <summary>Codes as they are shown once: only their hashes are kept.</summary>
/// <param name="ExpiresAt">First moment at which they no longer hold.</param>
public sealed record IssuedCodes(string Organisation, string Role, DateTimeOffset ExpiresAt, IReadOnlyList<IssuedCode> Codes);

/// <param name="Name">What the audit log and the list call it; of no use for enrolling.</param>
/// <param name="Code">In groups, as <see cref="EnrolmentCode.ToString"/> writes it.</param>
public sealed record IssuedCode(string Name, string Code);

/// <summary>A code that nobody used yet, without its secret.</summary>
public sealed record OutstandingCode(string Name, string Organisation, string Role, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);
