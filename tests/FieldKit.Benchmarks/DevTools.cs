using Microsoft.Playwright;

namespace FieldKit.Benchmarks;

/// <summary>Chromium's own instruments on one page.</summary>
internal sealed class DevTools(ICDPSession session) : IAsyncDisposable
{
    public ICDPSession Session => session;

    public static async Task<DevTools> OfAsync(IPage page) => new(await page.Context.NewCDPSessionAsync(page));

    /// <summary>Slows the page's processor down by a factor.</summary>
    public Task SlowDownAsync(int factor) => session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = factor });

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}
