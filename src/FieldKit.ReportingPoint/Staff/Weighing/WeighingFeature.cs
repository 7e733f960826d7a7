using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Live;

namespace FieldKit.ReportingPoint.Staff.Weighing;

/// <summary>Steps that two people decide about: whoever weighs proposes, and somebody else who weighs agrees or not.</summary>
internal static class WeighingFeature
{
    public static void AddWeighing(this IServiceCollection services) => services
        .AddScoped<Proposals>()
        .AddScoped<SecondPerson>()
        .AddScoped<DecisionList>();

    /// <param name="weighers">Calls of whoever has the role.</param>
    public static void MapWeighing(this RouteGroupBuilder weighers)
    {
        var ringing = weighers.MapGroup("").AddEndpointFilter(LiveInbox.RingAfterwards);
        ringing.MapPost("/signals/{id:guid}/proposals", (Guid id, HttpRequest request, Proposals proposals) => proposals.ProposeAsync(id, request))
            .Described("propose", "Proposes a step that two people decide about; for a weigher.")
            .Takes(typeof(ProposalRequest))
            .GivesNothing()
            .Refuses(
                Refusal.NotFound, Refusal.Conflict, Refusal.StageMoved, Refusal.Withdrawn, Refusal.StageUnknown, Refusal.EpochUnknown, Refusal.ProposalOpen);
        ringing.MapPost("/signals/{id:guid}/proposals/{proposal:guid}/verdict",
                (Guid id, Guid proposal, HttpRequest request, SecondPerson second) => second.DecideAsync(id, proposal, request))
            .Described("decide", "Agrees or disagrees with somebody else's proposal, or takes one's own back; for a weigher.")
            .Takes(typeof(VerdictRequest))
            .GivesNothing()
            .Refuses(
                Refusal.NotFound, Refusal.Conflict, Refusal.StageMoved, Refusal.Withdrawn, Refusal.StageUnknown, Refusal.EpochUnknown, Refusal.OwnProposal,
                Refusal.NotAllowed, Refusal.ProposalClosed);
    }
}
