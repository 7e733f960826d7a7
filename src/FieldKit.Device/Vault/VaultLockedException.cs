namespace FieldKit.Device.Vault;

/// <summary>The vault is shut: ask for the PIN first.</summary>
public sealed class VaultLockedException() : Exception("The vault is locked.");
