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

    /// <summary><see cref="WayAsync"/> may answer otherwise from now on.</summary>
    event Action? Changed;

    ValueTask<InstallWay> WayAsync();

    /// <summary>Where the way is <see cref="InstallWay.Ask"/>: true when the person agreed.</summary>
    ValueTask<bool> InstallAsync();

    /// <summary>Fingerprint of the whole release that runs; null where it cannot be known.</summary>
    ValueTask<string?> ReleaseAsync();
}
