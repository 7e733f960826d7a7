using FieldKit.Domain;

namespace FieldKit.Device.Content;

/// <summary>Content that verified and was read.</summary>
/// <param name="Kept">How it is kept; null for one that is kept in the first format.</param>
internal sealed record Edition(long Sequence, DateOnly BuiltOn, DateOnly ValidUntil, byte[] SigningPublicKey, ContentBundle Bundle, KeptEdition? Kept);

/// <summary>How old the content in use is.</summary>
/// <param name="ValidUntil">Last day on which it counts as current.</param>
public sealed record ContentAge(DateOnly BuiltOn, DateOnly ValidUntil);
