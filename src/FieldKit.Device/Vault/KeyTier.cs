namespace FieldKit.Device.Vault;

/// <summary>Which key a record is kept under.</summary>
public enum KeyTier
{
    /// <summary>Bound to the device, no PIN: token, pins, sealed outbox. Nothing readable about a person.</summary>
    Device,

    /// <summary>Opens only with the PIN: drafts, readable copies, answers.</summary>
    Vault,
}
