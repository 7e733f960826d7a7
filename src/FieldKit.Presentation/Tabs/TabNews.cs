namespace FieldKit.Presentation.Tabs;

/// <summary>What another tab of this browser did.</summary>
public enum TabNews
{
    /// <summary>A choice was made: language, look, city, role, lock time.</summary>
    Preferences,

    /// <summary>The device was linked, perhaps anew.</summary>
    Linked,

    /// <summary>Somebody asked to lock.</summary>
    Locked,

    /// <summary>Keys, drafts and readable copies are gone.</summary>
    Wiped,

    /// <summary>The reporting point has shut this device out, and what had to go is gone.</summary>
    Revoked,
}
