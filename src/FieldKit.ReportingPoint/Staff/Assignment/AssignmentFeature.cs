using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Live;

namespace FieldKit.ReportingPoint.Staff.Assignment;

/// <summary>Who has a signal in hand, and what each has read.</summary>
internal static class AssignmentFeature
{
    private const string Place = "/signals/{id:guid}/in-hand";

    public static void AddAssignment(this IServiceCollection services) => services.AddScoped<InHand>().AddScoped<Readings>();

    /// <param name="readers">Calls of whoever reads signals.</param>
    public static void MapAssignment(this RouteGroupBuilder readers)
    {
        readers.MapPut(Place, (Guid id, HttpRequest request, InHand hand) => hand.TakeAsync(id, request)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("take", "Takes a signal on, or over from who is named.")
            .Takes(typeof(TakeRequest))
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.AssignedElsewhere);
        readers.MapDelete(Place, (Guid id, InHand hand) => hand.LetGoAsync(id)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("letGo", "Lets go of a signal that one has in hand.")
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.AssignedElsewhere);
    }
}
