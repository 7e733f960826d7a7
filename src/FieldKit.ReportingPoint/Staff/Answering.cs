using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Weighing;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Takes a sealed answer in and moves the signal, both or neither. A step that two people decide about goes by a proposal instead.</summary>
internal sealed class Answering(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, StageMoves moves, Proposals proposals, SealedAnswers answers)
{
    public async Task<IResult> AnswerAsync(Guid about, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.AnswerRequest, SealedAnswers.RequestBytes);
        if (!SealedAnswers.IsSound(asked))
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await progresses.DeviceOfAsync(about) is not { } device)
        {
            return Refusal.NotFound;
        }

        if (await answers.KnownAsync(asked.Id) is { } known)
        {
            return IsSame(known, about, asked) ? Results.NoContent() : Refusal.Conflict;
        }

        var progress = await progresses.OfAsync(about);
        if (await RefusalOfAsync(progress, device, asked) is { } refusal)
        {
            return refusal;
        }

        await answers.StoreAsync(device, progress, asked);
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private static bool IsSame(AnswerRow known, Guid about, AnswerRequest asked) =>
        known.About == about && known.Stage == asked.Stage && known.Epoch == asked.Epoch
        && known.SealedForDevice.AsSpan().SequenceEqual(asked.SealedForDevice)
        && known.SealedForDesk.AsSpan().SequenceEqual(asked.SealedForDesk);

    private async Task<IResult?> RefusalOfAsync(ProgressRow progress, Guid device, AnswerRequest asked)
    {
        if (await progresses.IsWithdrawnAsync(progress.Id, device))
        {
            return Refusal.Withdrawn;
        }

        if (progress.StageVersion != asked.ExpectedStageVersion)
        {
            return Refusal.StageMoved;
        }

        if (!moves.May(current.Municipality, progress.Stage, asked.Stage))
        {
            return Refusal.StageUnknown;
        }

        if (moves.NeedsTwo(current.Municipality, progress.Stage, asked.Stage))
        {
            return Refusal.NeedsTwo;
        }

        if (progress.Stage != asked.Stage && await proposals.IsOneOpenAsync(progress.Id))
        {
            return Refusal.ProposalOpen;
        }

        return await progresses.HasEpochAsync(asked.Epoch) ? null : Refusal.EpochUnknown;
    }
}
