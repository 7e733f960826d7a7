namespace FieldKit.ReportingPoint.Staff.State;

/// <summary>When this node began: asked for once at the start.</summary>
internal sealed class NodeStart(TimeProvider clock)
{
    public DateTimeOffset At { get; } = clock.GetUtcNow();
}
