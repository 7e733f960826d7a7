namespace FieldKit.Device.Sync;

/// <summary>Lets one tab or process sync at a time (Web Locks in the browser).</summary>
public interface ISyncLock
{
    /// <returns>Null when another holds it; otherwise dispose to give it back.</returns>
    ValueTask<IAsyncDisposable?> TryEnterAsync();
}

/// <summary>For hosts where one process owns the store.</summary>
public sealed class OneProcessLock : ISyncLock
{
    private bool taken;

    public ValueTask<IAsyncDisposable?> TryEnterAsync()
    {
        if (taken)
        {
            return new((IAsyncDisposable?)null);
        }

        taken = true;
        return new(new Turn(this));
    }

    private sealed class Turn(OneProcessLock gate) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            gate.taken = false;
            return default;
        }
    }
}
