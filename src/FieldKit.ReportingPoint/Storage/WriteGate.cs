namespace FieldKit.ReportingPoint.Storage;

/// <summary>
/// Lets one writer in at a time. SQLite has one writer anyway; queueing here is fair and costs no thread,
/// where its own waiting sleeps and may starve.
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
