using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Live;

namespace FieldKit.ReportingPoint.Staff.Meetings;

/// <summary>The weegploeg and the casusoverleg: what is written down there about signals, what was agreed to do, and minutes.</summary>
internal static class MeetingFeature
{
    public static void AddMeetings(this IServiceCollection services) => services
        .AddScoped<EntryBook>()
        .AddScoped<EntryList>();

    /// <param name="readers">Calls of whoever reads signals.</param>
    public static void MapMeetings(this RouteGroupBuilder readers)
    {
        readers.MapPost("/signals/{id:guid}/entries", (Guid id, HttpRequest request, EntryBook book) => book.WriteAsync(id, request)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("writeEntry", "Writes a sealed note, decision or action of a meeting down about a signal.")
            .Takes(typeof(EntryRequest))
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.Malformed, Refusal.Conflict, Refusal.Withdrawn, Refusal.StageUnknown, Refusal.EpochUnknown, Refusal.EntriesFull);
        readers.MapPost("/signals/{id:guid}/entries/{entry:guid}/done", (Guid id, Guid entry, EntryBook book) => book.FinishAsync(id, entry)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("finishAction", "Says that an action is done.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        readers.MapGet("/meetings/actions", (EntryList entries) => entries.OpenActionsAsync())
            .Described("openActions", "The actions that nobody said are done, the first written first.")
            .Gives(typeof(MeetingEntries));
        readers.MapGet("/meetings/{stage}/{day}", (string stage, string day, EntryList entries) => entries.OfMeetingAsync(stage, day))
            .Described("meeting", "What was written down in a meeting, sealed.")
            .Gives(typeof(MeetingEntries))
            .Refuses(Refusal.Malformed);
        readers.MapPost("/meetings/minutes", (HttpRequest request, EntryBook book) => book.NoteMinutesAsync(request))
            .Described("printMinutes", "Notes that the minutes of a meeting leave the desk, which makes them itself.")
            .Takes(typeof(MinutesRequest))
            .GivesNothing()
            .Refuses(Refusal.StageUnknown, Refusal.Malformed);
    }
}
