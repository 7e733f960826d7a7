namespace FieldKit.ReportingPoint.StaticApps;

/// <summary>Puts the security headers on every answer, refusals included, before anything else can answer.</summary>
internal sealed class AnswerGuard(IWebHostEnvironment environment) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, answer) =>
        {
            if (context.Request.Path.StartsWithSegments("/api"))
            {
                SecurityHeaders.PutOnData(context.Response.Headers);
            }
            else
            {
                SecurityHeaders.PutOnPages(context.Response.Headers, isDesk: context.Request.Path.StartsWithSegments("/desk"));
            }

            if (context.Request.IsHttps && !IsLocal(context.Request.Host))
            {
                context.Response.Headers.StrictTransportSecurity = SecurityHeaders.TransportSecurity;
            }

            await answer(context);
        });

        if (environment.IsDevelopment())
        {
            // Unpublished files keep their names between builds, and MapStaticAssets would answer a stale 304.
            app.UseStaticFiles(new StaticFileOptions
            {
                ServeUnknownFileTypes = true,
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
            });
        }

        next(app);
    };

    private static bool IsLocal(HostString host) => host.Host is "localhost" or "127.0.0.1" or "[::1]";
}
