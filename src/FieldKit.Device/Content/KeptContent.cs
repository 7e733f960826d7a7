using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>What belongs to the kept bundle.</summary>
/// <param name="SigningPublicKey">The key that it was verified with.</param>
internal sealed record KeptContent(ContentManifest Manifest, byte[] SigningPublicKey);

/// <summary>What fetching content brought.</summary>
public enum ContentUpdate
{
    /// <summary>A newer, verified bundle is now the current one.</summary>
    Updated,
    AlreadyCurrent,
    Unreachable,

    /// <summary>Not signed by the pinned key, not the bytes that were signed, older, or not readable: the last good one stays.</summary>
    Refused,
}
