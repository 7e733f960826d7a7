using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Identity;

internal static class IdentityFeature
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => SigningKeyFile.LoadOrCreate(services.GetRequiredService<DataFolder>().File("signing.key")));
        builder.Services.AddSingleton<PublicKeys>();
        builder.Services.AddHostedService<SetupImport>();
    }

    public static void MapIdentity(this WebApplication app) =>
        app.MapGet("/api/v1/keys", async (string? municipality, PublicKeys keys, CancellationToken cancellation) =>
        {
            var of = municipality ?? await keys.OnlyMunicipalityAsync(cancellation);
            return of is not null && await keys.OfAsync(of, cancellation) is { } found
                ? Results.Json(found, ProtocolJson.Default.ReportingPointKeys)
                : Refusal.NotFound;
        });
}
