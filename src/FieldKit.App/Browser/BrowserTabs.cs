using System.Runtime.Versioning;
using FieldKit.Presentation.Tabs;

namespace FieldKit.App.Browser;

/// <summary>Other tabs, through a BroadcastChannel and the browser's own word on localStorage.</summary>
[SupportedOSPlatform("browser")]
internal sealed class BrowserTabs : ITabs
{
    public event Action<TabNews>? Heard;

    public async Task WatchAsync()
    {
        await DeviceModule.LoadAsync();
        DeviceModule.TabsWatch(word =>
        {
            // A tab with another release may know other words.
            if (Enum.TryParse<TabNews>(word, ignoreCase: true, out var news))
            {
                Heard?.Invoke(news);
            }
        });
    }

    public async Task TellAsync(TabNews news)
    {
        await DeviceModule.LoadAsync();
        DeviceModule.TabsTell($"{news}".ToLowerInvariant());
    }
}
