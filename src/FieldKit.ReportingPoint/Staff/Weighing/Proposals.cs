using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Weighing;

/// <summary>Steps that two people decide about, as the first of them proposes it. One at a time for a signal. Its writer hears nothing of it.</summary>
internal sealed class Proposals(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, StageMoves moves, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = SealedAnswers.SealedLetters + 2048;

    public async Task<IResult> ProposeAsync(Guid about, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.ProposalRequest, RequestBytes);
        if (asked.Id == Guid.Empty || !SealedAnswers.IsSealed(asked.SealedReason))
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await progresses.DeviceOfAsync(about) is not { } device)
        {
            return Refusal.NotFound;
        }

        if (await OfAsync(asked.Id) is { } known)
        {
            return IsSame(known, about, asked) ? Results.NoContent() : Refusal.Conflict;
        }

        var progress = await progresses.OfAsync(about);
        if (await RefusalOfAsync(progress, device, asked) is { } refusal)
        {
            return refusal;
        }

        await AddAsync(progress, asked);
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <returns>Null when there is none with this id here.</returns>
    public Task<DecisionRow?> OfAsync(Guid id) => db.Decisions.SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == id);

    public Task<bool> IsOneOpenAsync(Guid signal) =>
        db.Decisions.AnyAsync(row => row.Municipality == current.Municipality && row.About == signal && row.Verdict == null);

    private bool IsSame(DecisionRow known, Guid about, ProposalRequest asked) =>
        known.About == about && known.ProposedBy == current.Member.Id && known.Stage == asked.Stage && known.ProposedEpoch == asked.Epoch
        && known.SealedProposal.AsSpan().SequenceEqual(asked.SealedReason);

    private async Task<IResult?> RefusalOfAsync(ProgressRow progress, Guid device, ProposalRequest asked)
    {
        if (await progresses.IsWithdrawnAsync(progress.Id, device))
        {
            return Refusal.Withdrawn;
        }

        if (progress.StageVersion != asked.ExpectedStageVersion)
        {
            return Refusal.StageMoved;
        }

        // What one person may do needs no proposal: it would wait for somebody who is not asked for.
        if (!moves.May(current.Municipality, progress.Stage, asked.Stage) || !moves.NeedsTwo(current.Municipality, progress.Stage, asked.Stage))
        {
            return Refusal.StageUnknown;
        }

        if (await IsOneOpenAsync(progress.Id))
        {
            return Refusal.ProposalOpen;
        }

        return await progresses.HasEpochAsync(asked.Epoch) ? null : Refusal.EpochUnknown;
    }

    private async Task AddAsync(ProgressRow progress, ProposalRequest asked)
    {
        progress.LastAt = clock.GetUtcNow();
        db.Add(new DecisionRow
        {
            Municipality = current.Municipality,
            Id = asked.Id,
            About = progress.Id,
            FromStage = progress.Stage,
            Stage = asked.Stage,
            ProposedBy = current.Member.Id,
            ProposedAt = clock.GetUtcNow(),
            ProposedEpoch = asked.Epoch,
            SealedProposal = asked.SealedReason,
        });
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.StepProposed, $"{progress.Id:D} {asked.Stage}");
    }
}
