namespace FieldKit.Device.Content;

/// <summary>What looking for newer content brought. Whatever it is, what was in use stays in use until a switch.</summary>
public enum ContentUpdate
{
    AlreadyCurrent,

    /// <summary>There was none yet; now there is.</summary>
    Updated,

    /// <summary>A newer, verified edition is kept and takes over at the next start, or at a tap.</summary>
    Waiting,
    Unreachable,

    /// <summary>Not signed by the pinned key, or not the bytes that were signed: tampered with, or cut off.</summary>
    Altered,

    /// <summary>Signed, but from before what is here.</summary>
    Older,

    /// <summary>Signed, but for a newer program than this one.</summary>
    Unreadable,

    /// <summary>Verified, but the device could not store it: most often it is full.</summary>
    NotKept,
}
