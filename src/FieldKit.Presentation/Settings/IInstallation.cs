namespace FieldKit.Presentation.Settings;

public enum StoragePromise
{
    /// <summary>The platform does not say.</summary>
    Unknown,

    /// <summary>May be cleared away when the device gets full.</summary>
    Loose,

    /// <summary>Stays until the person removes it.</summary>
    Kept,
}

/// <summary>What the platform says about this app on this device.</summary>
public interface IInstallation
{
    ValueTask<StoragePromise> PromiseAsync();

    /// <summary>Asks to keep what is stored.</summary>
    ValueTask<StoragePromise> AskAsync();

    /// <summary>Opens as an app of its own, not in a tab.</summary>
    ValueTask<bool> IsInstalledAsync();

    /// <summary>Fingerprint of the whole release that runs; null where it cannot be known.</summary>
    ValueTask<string?> ReleaseAsync();
}
