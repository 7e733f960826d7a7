using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Writing;

/// <summary>Slows the page's processor down by a factor.</summary>
internal sealed class Throttle(ICDPSession devTools) : IAsyncDisposable
{
    public Task SetAsync(int factor) => devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = factor });

    public async ValueTask DisposeAsync() => await devTools.DetachAsync();
}
