namespace FieldKit.Presentation.Sync;

/// <summary>What the device says about its connection and about being looked at. "Online" is a hope, never proof.</summary>
public interface IConnection
{
    bool IsOnline { get; }

    /// <summary>Went online or offline.</summary>
    event Action? Changed;

    /// <summary>The app is in view again.</summary>
    event Action? Resumed;

    /// <summary>The app is about to leave the view; what must not be lost is stored now.</summary>
    event Action? Leaving;
}
