using System.Runtime.Versioning;
using FieldKit.Device.Sync;

namespace FieldKit.App.Browser;

/// <summary>One tab syncs at a time (Web Locks); a tab that closes or crashes gives the lock back by itself.</summary>
[SupportedOSPlatform("browser")]
internal sealed class WebSyncLock : ISyncLock
{
    private const string Name = "fieldkit-sync";

    public async ValueTask<IAsyncDisposable?> TryEnterAsync()
    {
        await DeviceModule.LoadAsync();
        return await DeviceModule.LockTakeAsync(Name) ? new Turn() : null;
    }

    private sealed class Turn : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            DeviceModule.LockGive(Name);
            return default;
        }
    }
}
