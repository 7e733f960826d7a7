namespace FieldKit.Desk.Passkeys;

/// <summary>Refusals of the browser, and of a list that has moved on.</summary>
public static class PasskeyRefusals
{
    /// <summary>The person turned away, took too long, was not recognised, or has none for this place.</summary>
    public const string None = "passkey-none";

    /// <summary>This device has one for this member already.</summary>
    public const string Known = "passkey-known";

    /// <summary>Not on this page, or not with this device.</summary>
    public const string Unsupported = "passkey-unsupported";

    public const string Gone = "passkey-gone";
}
