namespace FieldKit.Presentation.Tabs;

/// <summary>The same app in other tabs on this device.</summary>
public interface ITabs
{
    /// <summary>Another tab did something; <see cref="TabNews.Preferences"/> and <see cref="TabNews.Wiped"/> come by themselves.</summary>
    event Action<TabNews>? Heard;

    /// <summary>Begins to listen.</summary>
    Task WatchAsync();

    Task TellAsync(TabNews news);
}
