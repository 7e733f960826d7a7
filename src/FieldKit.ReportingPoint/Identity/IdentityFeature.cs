using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
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

    /// <summary>Without a municipality the first one's: the signing key is the same for all, and is all that content needs.</summary>
    public static void MapIdentity(this WebApplication app) =>
        app.MapGet("/api/v1/keys", async (string? municipality, PublicKeys keys, CancellationToken cancellation) =>
        {
            var of = municipality ?? await keys.FirstMunicipalityAsync(cancellation);
            return of is not null && await keys.OfAsync(of, cancellation) is { } found
                ? Results.Json(found, ProtocolJson.Default.ReportingPointKeys)
                : Refusal.NotFound;
        })
        .WithTags(Tags.Devices)
        .Described("keys", "The public keys of a municipality, or of the first one. A device holds them to the fingerprint in its code.")
        .Gives(typeof(ReportingPointKeys))
        .Refuses(Refusal.NotFound);
}
