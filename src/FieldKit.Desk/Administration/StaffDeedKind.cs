namespace FieldKit.Desk.Administration;

/// <summary>What is done about a colleague; what lets in or out for good with a secret asked again.</summary>
public enum StaffDeedKind
{
    /// <summary>The keys are wrapped for them. Asks for the passphrase.</summary>
    Access,

    /// <summary>They begin again with a new start code. Asks for the password.</summary>
    Again,

    /// <summary>Their sessions end, on every machine; they may sign in again.</summary>
    SignOut,

    /// <summary>The provider's account is taken away, and their sessions end; they sign in another way, or link one anew.</summary>
    Unlink,

    /// <summary>They are removed. Asks for the password.</summary>
    Remove,
}
