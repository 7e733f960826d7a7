namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>What every request meets first: bounds, rate limits, and one form of refusal.</summary>
internal static class DoorstepFeature
{
    public static void AddDoorstep(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(RequestBounds.Configure);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = RequestBounds.TimeToFinish);
        builder.Services.AddRateLimiter(RateLimits.Configure);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // It writes nothing else than that a request came and went, and prepares for that with every request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        // It warns at every first start that session keys lie unencrypted; they lie in the data folder, which is ours alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    public static void UseDoorstep(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseMiddleware<RefusalMiddleware>();
        app.UseWhen(IsApi, api => api.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        }));
        app.UseRouting();
        app.UseRateLimiter();
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api");
}
