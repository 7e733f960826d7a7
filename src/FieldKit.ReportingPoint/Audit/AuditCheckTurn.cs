namespace FieldKit.ReportingPoint.Audit;

/// <summary>Going through the whole log is done once at a time on each node, so that it never takes more than one core from the work.</summary>
internal sealed class AuditCheckTurn : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    public bool TryTake() => one.Wait(0);

    public void GiveBack() => one.Release();

    public void Dispose() => one.Dispose();
}
