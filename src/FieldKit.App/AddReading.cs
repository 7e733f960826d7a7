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

/// <summary>
/// What reading needs: words, content, the walk through a flowchart. Works without a PIN. Types as arguments, not as type parameters:
/// the runtime in the browser would translate each pair's own copy of the method, before the first screen.
/// </summary>
[SupportedOSPlatform("browser")]
internal static class ReadingRegistration
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton(typeof(IPreferences), typeof(LocalPreferences))
        .AddSingleton(typeof(ITabMemory), typeof(TabMemory))
        .AddSingleton(typeof(Texts))
        .AddSingleton(typeof(OwnPlace))
        .AddSingleton(typeof(Appearance))
        .AddSingleton(typeof(IInstallation), typeof(BrowserInstallation))
        .AddSingleton(typeof(InstallationModel))
        .AddSingleton(typeof(IReleases), typeof(BrowserReleases))
        .AddSingleton(typeof(ContentLook))
        .AddSingleton(typeof(FirstRun))
        .AddSingleton(typeof(HomeSteps))
        .AddSingleton(typeof(Screen))
        .AddSingleton(typeof(ContentLibrary))
        .AddSingleton(ShelfOf)
        .AddSingleton(typeof(ContentNews))
        .AddSingleton(typeof(SearchScreen))
        .AddSingleton(typeof(PathHandover))
        .AddSingleton(typeof(FlowchartWalk));

    // The start screen holds the shelf. The library, and the keys and stores below it, are made when content is first read.
    private static ContentShelf ShelfOf(IServiceProvider all) =>
        new(() => Library(all).CurrentAsync(), async () => await Library(all).UpdateAsync() is ContentUpdate.Updated);

    private static ContentLibrary Library(IServiceProvider all) => all.GetRequiredService<ContentLibrary>();
}
