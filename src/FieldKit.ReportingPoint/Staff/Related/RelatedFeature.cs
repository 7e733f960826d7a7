using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Live;

namespace FieldKit.ReportingPoint.Staff.Related;

/// <summary>Signals that people put beside each other.</summary>
internal static class RelatedFeature
{
    private const string Place = "/signals/{id:guid}/related/{other:guid}";

    public static void AddRelated(this IServiceCollection services) => services.AddScoped<RelatedSignals>();

    /// <param name="readers">Calls of whoever reads signals.</param>
    public static void MapRelated(this RouteGroupBuilder readers)
    {
        readers.MapPut(Place, (Guid id, Guid other, RelatedSignals related) => related.LinkAsync(id, other)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("linkSignals", "Puts two signals beside each other, because a person says that they belong together.")
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.Malformed, Refusal.Withdrawn, Refusal.RelatedFull);
        readers.MapDelete(Place, (Guid id, Guid other, RelatedSignals related) => related.UnlinkAsync(id, other)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("unlinkSignals", "Takes two signals apart again.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
    }
}
