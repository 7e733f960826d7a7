using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>What is asked for in the address: the parts of an <see cref="InboxFilter"/>, and where the page begins.</summary>
internal sealed record InboxQuestion(string? Stage, string? Form, string? Waiting, bool? Unread, long? Before)
{
    public InboxFilter Filter => new(Stage, Form, Waiting, Unread == true);
}

/// <summary>The inbox a page at a time, of the signals of the staff member's own municipality that a filter asks for.</summary>
internal sealed class InboxPages(ReportingPointDb db, CurrentStaff current, PublishedContent content, InboxItems items)
{
    /// <summary>
    /// In one question: what is asked for may be nowhere, or very far down, and nobody waits for a million signals to be looked at. A
    /// desk goes on where this ended.
    /// </summary>
    public const int MostLookedThrough = 1000;

    /// <summary>Enough for a page where hardly anything is left out.</summary>
    private const int FirstBatch = InboxPart.PageSize + 10;

    public async Task<IResult> ListAsync(InboxQuestion asked) =>
        asked.Waiting is not null && !InboxWaiting.All.Contains(asked.Waiting)
            ? Refusal.Malformed
            : Results.Json(await PageAsync(asked.Filter, asked.Before ?? long.MaxValue), ProtocolJson.Default.InboxPart);

    private async Task<InboxPart> PageAsync(InboxFilter filter, long before)
    {
        var places = InboxPlaces.Of(db, current, content);
        List<InboxItem> page = [];
        for (var looked = 0; looked < MostLookedThrough;)
        {
            // Twice as many each time: where every second fits, three batches are a page, and where none does it is five questions.
            var most = looked == 0 ? FirstBatch : Math.Min(2 * looked, MostLookedThrough - looked);
            var batch = await places.Before(filter, before).Take(most).ToListAsync();
            var found = (await items.OfAsync([.. batch.Select(place => place.Id).Distinct()])).Where(item => IsAsked(filter, item)).ToDictionary(item => item.Id);
            foreach (var place in batch)
            {
                before = place.Sequence;

                // Among all that came in a signal is listed where the last thing about it is, and passed over where the others are.
                if (found.GetValueOrDefault(place.Id) is { } item && (item.LastSequence == place.Sequence || !places.IsAmongAll(filter)))
                {
                    page.Add(item);
                }

                if (page.Count == InboxPart.PageSize)
                {
                    return new(page, batch.Count < most && place == batch[^1] ? null : before);
                }
            }

            looked += batch.Count;
            if (batch.Count < most)
            {
                return new(page, null);
            }
        }

        return new(page, before);
    }

    private bool IsAsked(InboxFilter filter, InboxItem item) =>
        (filter.Stage is null || item.Stage == filter.Stage)
        && (filter.Form is null || item.Form == filter.Form)
        && (!filter.Unread || item.Unread)
        && filter.Waiting switch
        {
            InboxWaiting.Mine => item.InHandOf?.Id == current.Member.Id,
            InboxWaiting.Nobody => item.InHandOf is null,
            InboxWaiting.Colleague => item.InHandOf is { } person && person.Id != current.Member.Id,
            InboxWaiting.Second => item.WaitsForSecond,
            _ => true,
        };
}
