using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Staff.Weighing;

/// <summary>
/// What somebody else says to a proposal; who made it can only take it back. When they agree, the signal moves and its writer is told
/// the stage, in the same turn: all or nothing.
/// </summary>
internal sealed class SecondPerson(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, StageMoves moves, Proposals proposals, SealedAnswers answers,
    AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = SealedAnswers.RequestBytes + SealedAnswers.SealedLetters;

    public async Task<IResult> DecideAsync(Guid about, Guid proposal, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.VerdictRequest, RequestBytes);
        if (!IsSound(asked))
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await progresses.DeviceOfAsync(about) is not { } device || await proposals.OfAsync(proposal) is not { } decision || decision.About != about)
        {
            return Refusal.NotFound;
        }

        if (decision.Verdict is not null)
        {
            return IsSame(decision, asked) ? Results.NoContent() : Refusal.ProposalClosed;
        }

        var progress = await progresses.OfAsync(about);
        if (await RefusalOfAsync(decision, progress, device, asked) is { } refusal)
        {
            return refusal;
        }

        await CloseAsync(decision, progress, device, asked);
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <summary>Who agrees tells the writer, and nobody else does.</summary>
    private static bool IsSound(VerdictRequest asked) =>
        Verdicts.All.Contains(asked.Verdict) && SealedAnswers.IsSealed(asked.SealedReason)
        && (asked.Verdict == Verdicts.Agreed ? asked.Answer is { } answer && SealedAnswers.IsSound(answer) : asked.Answer is null);

    private bool IsSame(DecisionRow decision, VerdictRequest asked) =>
        decision.DecidedBy == current.Member.Id && decision.Verdict == asked.Verdict && decision.DecidedEpoch == asked.Epoch
        && decision.SealedVerdict.AsSpan().SequenceEqual(asked.SealedReason);

    private async Task<IResult?> RefusalOfAsync(DecisionRow decision, ProgressRow progress, Guid device, VerdictRequest asked)
    {
        var isOwn = decision.ProposedBy == current.Member.Id;
        if (isOwn != (asked.Verdict == Verdicts.TakenBack))
        {
            return isOwn ? Refusal.OwnProposal : Refusal.NotAllowed;
        }

        if (!await progresses.HasEpochAsync(asked.Epoch))
        {
            return Refusal.EpochUnknown;
        }

        return asked.Answer is { } answer ? await RefusalOfAsync(decision, progress, device, answer) : null;
    }

    private async Task<IResult?> RefusalOfAsync(DecisionRow decision, ProgressRow progress, Guid device, AnswerRequest answer)
    {
        if (await progresses.IsWithdrawnAsync(progress.Id, device))
        {
            return Refusal.Withdrawn;
        }

        if (progress.Stage != decision.FromStage || progress.StageVersion != answer.ExpectedStageVersion)
        {
            return Refusal.StageMoved;
        }

        // The municipality may have changed its chain since the proposal.
        if (answer.Stage != decision.Stage || !moves.May(current.Municipality, progress.Stage, answer.Stage))
        {
            return Refusal.StageUnknown;
        }

        if (await answers.KnownAsync(answer.Id) is not null)
        {
            return Refusal.Conflict;
        }

        return await progresses.HasEpochAsync(answer.Epoch) ? null : Refusal.EpochUnknown;
    }

    private async Task CloseAsync(DecisionRow decision, ProgressRow progress, Guid device, VerdictRequest asked)
    {
        (decision.Verdict, decision.DecidedBy, decision.DecidedAt) = (asked.Verdict, current.Member.Id, clock.GetUtcNow());
        (decision.DecidedEpoch, decision.SealedVerdict) = (asked.Epoch, asked.SealedReason);
        progress.LastAt = clock.GetUtcNow();
        await audit.AppendAsync(current.Municipality, current.Member.Id, ActionOf(asked.Verdict), $"{progress.Id:D} {decision.Stage}");
        if (asked.Answer is { } answer)
        {
            await answers.StoreAsync(device, progress, answer);
        }
    }

    private static string ActionOf(string verdict) => verdict switch
    {
        Verdicts.Agreed => AuditActions.StepAgreed,
        Verdicts.Disagreed => AuditActions.StepDisagreed,
        _ => AuditActions.StepTakenBack,
    };
}
