namespace FieldKit.Presentation.Releases;

/// <summary>Releases of the app, as the platform fetches and keeps them.</summary>
public interface IReleases
{
    /// <summary>A whole newer release is on the device and waits.</summary>
    event Action? Ready;

    /// <summary>Another release than the one that runs here serves the app from now on: asked for here, or in another tab.</summary>
    event Action? Taken;

    /// <summary>Begins to tell; also what waits already.</summary>
    Task WatchAsync();

    /// <summary>Looks for a newer release; without a connection nothing happens.</summary>
    Task LookAsync();

    /// <returns>False: none waits (any more).</returns>
    Task<bool> TakeAsync();

    /// <summary>Begins this tab again, at the same address.</summary>
    void Restart();
}
