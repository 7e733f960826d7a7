using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Meetings;

/// <summary>Writes down what was said about a signal in a meeting. It moves nothing: a step to another stage goes its own way, by two people where the municipality says so.</summary>
internal sealed class EntryBook(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, PublishedContent content, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = SealedAnswers.SealedLetters + 2048;
    private const int MinutesBytes = 512;
    private const int FarthestDays = 366;

    public async Task<IResult> WriteAsync(Guid about, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.EntryRequest, RequestBytes);
        if (asked.Id == Guid.Empty || !EntryKinds.All.Contains(asked.Kind) || !IsNear(asked.Day) || !SealedAnswers.IsSealed(asked.Sealed))
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await progresses.DeviceOfAsync(about) is not { } device)
        {
            return Refusal.NotFound;
        }

        if (await db.MeetingEntries.SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == asked.Id) is { } known)
        {
            return IsSame(known, about, asked) ? Results.NoContent() : Refusal.Conflict;
        }

        if (await RefusalOfAsync(about, device, asked) is { } refusal)
        {
            return refusal;
        }

        await AddAsync(about, asked);
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <summary>Safe to repeat: who said it first stays.</summary>
    public async Task<IResult> FinishAsync(Guid about, Guid entry)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        var action = await db.MeetingEntries.SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == entry && row.About == about && row.Kind == EntryKinds.Action);
        if (action is null)
        {
            return Refusal.NotFound;
        }

        if (action.DoneAt is null)
        {
            (action.DoneBy, action.DoneAt) = (current.Member.Id, clock.GetUtcNow());
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.ActionDone, about.ToString("D"));
            await turn.SaveAsync();
        }

        return Results.NoContent();
    }

    public async Task<IResult> NoteMinutesAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.MinutesRequest, MinutesBytes);
        if (!IsNear(asked.Day))
        {
            return Refusal.Malformed;
        }

        if (!IsMeeting(asked.Stage))
        {
            return Refusal.StageUnknown;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.MinutesPrinted, FormattableString.Invariant($"{asked.Stage} {asked.Day:yyyy-MM-dd}{(asked.WithNames ? " with-names" : "")}"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private bool IsMeeting(string stage) => content.Municipality(current.Municipality)?.Stage(stage)?.IsMeeting == true;

    private bool IsNear(DateOnly day) => Math.Abs(day.DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber) <= FarthestDays;

    private async Task<IResult?> RefusalOfAsync(Guid about, Guid device, EntryRequest asked)
    {
        if (await progresses.IsWithdrawnAsync(about, device))
        {
            return Refusal.Withdrawn;
        }

        if (!IsMeeting(asked.Stage))
        {
            return Refusal.StageUnknown;
        }

        if (await db.MeetingEntries.CountAsync(row => row.Municipality == current.Municipality && row.About == about) >= Limits.MeetingEntries)
        {
            return Refusal.EntriesFull;
        }

        return await progresses.HasEpochAsync(asked.Epoch) ? null : Refusal.EpochUnknown;
    }

    private bool IsSame(MeetingEntryRow known, Guid about, EntryRequest asked) =>
        known.About == about && known.WrittenBy == current.Member.Id && known.Stage == asked.Stage && known.Kind == asked.Kind && known.Day == asked.Day.DayNumber
        && known.Epoch == asked.Epoch && known.Sealed.AsSpan().SequenceEqual(asked.Sealed);

    private async Task AddAsync(Guid about, EntryRequest asked)
    {
        // Something happened with it: its term begins anew.
        (await progresses.OfAsync(about)).LastAt = clock.GetUtcNow();
        db.Add(new MeetingEntryRow
        {
            Municipality = current.Municipality,
            Id = asked.Id,
            About = about,
            Stage = asked.Stage,
            Kind = asked.Kind,
            Day = asked.Day.DayNumber,
            WrittenBy = current.Member.Id,
            WrittenAt = clock.GetUtcNow(),
            Epoch = asked.Epoch,
            Sealed = asked.Sealed,
        });
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.EntryWritten, $"{about:D} {asked.Kind}");
    }
}
