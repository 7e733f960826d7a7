using System.Runtime.Versioning;
using FieldKit.App.Browser;
using FieldKit.App.Layout;
using FieldKit.Device.Content;
using FieldKit.Presentation;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Flowcharts;
using FieldKit.Presentation.Home;
using FieldKit.Presentation.Releases;
using FieldKit.Presentation.Search;
using FieldKit.Presentation.Settings;

namespace FieldKit.App;

/// <summary>What reading needs: words, content, the walk through a flowchart. Works without a PIN.</summary>
[SupportedOSPlatform("browser")]
internal static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<IPreferences, LocalPreferences>()
        .AddSingleton<ITabMemory, TabMemory>()
        .AddSingleton<Texts>()
        .AddSingleton<OwnPlace>()
        .AddSingleton<Appearance>()
        .AddSingleton<IInstallation, BrowserInstallation>()
        .AddSingleton<InstallationModel>()
        .AddSingleton<IReleases, BrowserReleases>()
        .AddSingleton<ContentLook>()
        .AddSingleton<FirstRun>()
        .AddSingleton<HomeSteps>()
        .AddSingleton<Screen>()
        .AddSingleton<ContentLibrary>()
        .AddSingleton(ShelfOf)
        .AddSingleton<ContentNews>()
        .AddSingleton<SearchScreen>()
        .AddSingleton<PathHandover>()
        .AddSingleton<FlowchartWalk>();

    // The start screen holds the shelf. The library, and the keys and stores below it, are made when content is first read.
    private static ContentShelf ShelfOf(IServiceProvider all) =>
        new(() => Library(all).CurrentAsync(), async () => await Library(all).UpdateAsync() is ContentUpdate.Updated);

    private static ContentLibrary Library(IServiceProvider all) => all.GetRequiredService<ContentLibrary>();
}
