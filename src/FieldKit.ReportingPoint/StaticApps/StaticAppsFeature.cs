using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.StaticApps;

/// <summary>Serves the field app at <c>/</c> and the desk at <c>/desk/</c>, precompressed as the build left them.</summary>
internal static class StaticAppsFeature
{
    public static void AddStaticApps(this WebApplicationBuilder builder) =>
        builder.Services.AddTransient<IStartupFilter, AnswerGuard>();

    /// <summary>Unknown paths without an extension are pages of the apps; below <c>/api</c> they are not found.</summary>
    public static void MapStaticApps(this WebApplication app)
    {
        if (!File.Exists(AssetManifest(app.Environment)))
        {
            // A server started without its apps, as its own tests do, still answers for its API.
            return;
        }

        app.MapStaticAssets().Add(HashedNames.CacheForEver);
        app.MapFallback("/api/{**rest}", () => Refusal.NotFound).ExcludeFromDescription();
        MapPage(app, "/desk/{**page:nonfile}", "desk/index.html");
        MapPage(app, "/{**page:nonfile}", "index.html");
    }

    private static void MapPage(WebApplication app, string pattern, string file)
    {
        var page = new AppPage(app.Environment.WebRootFileProvider, file);
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], page.AnswerAsync)
            .WithOrder(int.MaxValue)
            .ExcludeFromDescription();
    }

    // Where MapStaticAssets looks.
    private static string AssetManifest(IWebHostEnvironment environment) =>
        Path.Combine(AppContext.BaseDirectory, $"{environment.ApplicationName}.staticwebassets.endpoints.json");
}
