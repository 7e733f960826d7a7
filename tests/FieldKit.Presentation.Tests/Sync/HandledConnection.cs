using FieldKit.Presentation.Sync;

namespace FieldKit.Presentation.Tests.Sync;

/// <summary>A connection that the test switches.</summary>
internal sealed class HandledConnection : IConnection
{
    public event Action? Changed;

    public event Action? Resumed;

    public event Action? Leaving;

    public bool IsOnline { get; private set; } = true;

    public void Set(bool online)
    {
        IsOnline = online;
        Changed?.Invoke();
    }

    public void Resume() => Resumed?.Invoke();

    public void Leave() => Leaving?.Invoke();
}
