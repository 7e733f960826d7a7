namespace FieldKit.EndToEnd.Tests.Crash;

/// <summary>What the worker is doing when the browser dies.</summary>
internal enum Act
{
    /// <summary>The app starts, is unlocked, and shows its list.</summary>
    Opening,
    Writing,

    /// <summary>From the tap on seal.</summary>
    Sealing,

    /// <summary>From the moment that it is shown as sealed.</summary>
    Sending,
}
