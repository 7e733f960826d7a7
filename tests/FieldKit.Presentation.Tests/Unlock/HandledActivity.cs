using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Tests.Unlock;

/// <summary>Touches that the test makes.</summary>
internal sealed class HandledActivity : IActivity
{
    public event Action? Touched;

    public void Touch() => Touched?.Invoke();
}
