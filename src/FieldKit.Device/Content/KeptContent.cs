using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>The editions on this device: the newest first, behind it the one that was in use when that came.</summary>
internal sealed record KeptContent(IReadOnlyList<KeptEdition> Editions);

/// <param name="SigningPublicKey">The key that it was verified with.</param>
internal sealed record KeptEdition(ContentManifest Manifest, byte[] SigningPublicKey);
