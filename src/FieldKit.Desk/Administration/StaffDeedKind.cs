namespace FieldKit.Desk.Administration;

/// <summary>What is done about a colleague; each with a secret asked again.</summary>
public enum StaffDeedKind
{
    /// <summary>The keys are wrapped for them. Asks for the passphrase.</summary>
    Access,

    /// <summary>They begin again with a new start code. Asks for the password.</summary>
    Again,

    /// <summary>They are removed. Asks for the password.</summary>
    Remove,
}
