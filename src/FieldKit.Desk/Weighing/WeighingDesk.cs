using FieldKit.Desk.Server;
using FieldKit.Desk.Signals;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.Desk.Weighing;

public enum WeighingOutcome
{
    Done,

    /// <summary>Somebody was first: the signal was read again and shows what is so now.</summary>
    Overtaken,
    Refused,
}

/// <summary>The part of the desk where two people decide about a step of the open signal. The reporting point enforces all of it.</summary>
public sealed class WeighingDesk(DeskClient server, SignalDesk desk, ReasonSealing reasons, AnswerSealing answers, ReasonDrafts drafts, TimeProvider clock)
{
    private static readonly string[] Overtakings = [Refusals.ProposalOpen, Refusals.ProposalClosed, Refusals.StageMoved, Refusals.Withdrawn];

    public IReadOnlyList<OpenedDecision> Decisions => desk.Signal?.Decisions ?? [];

    /// <summary>What waits for a second person, or null.</summary>
    public OpenedDecision? Open => desk.OpenDecision;

    /// <summary>Why the last act was not done, or null.</summary>
    public string? Failure { get; private set; }

    public ReasonDraft Draft => drafts.Of(desk.Signal?.Sealed.Item.Id ?? Guid.Empty, Open?.Sealed.Id);

    /// <exception cref="DeskRefusedException">The session ended; what was typed stays.</exception>
    public Task<WeighingOutcome> ProposeAsync(StaffSession staff, Stage stage) => ActAsync(staff, async signal =>
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var why = await reasons.SealAsync(signal, id, stage.Id, Reason.Proposed, staff.Staff, Draft.Text);
        await server.ProposeAsync(signal.Item.Id, new(id, signal.Header.Epoch, stage.Id, signal.Item.StageVersion, why));
    });

    /// <param name="verdict">One of <see cref="Verdicts"/>.</param>
    /// <exception cref="DeskRefusedException">The session ended; what was typed stays.</exception>
    public Task<WeighingOutcome> DecideAsync(StaffSession staff, string verdict) => ActAsync(staff, async signal =>
    {
        if (Open?.Sealed is not { } decision || desk.Municipality?.Stage(decision.Stage) is not { } stage)
        {
            throw new DeskRefusedException(Refusals.StageUnknown);
        }

        var why = await reasons.SealAsync(signal, decision.Id, decision.Stage, verdict, staff.Staff, Draft.Text);

        // The writer hears the stage and nothing of how it came about.
        var answer = verdict == Verdicts.Agreed ? await answers.SealAsync(signal, stage, "") : null;
        await server.DecideAsync(signal.Item.Id, decision.Id, new(verdict, signal.Header.Epoch, why, answer));
    });

    private async Task<WeighingOutcome> ActAsync(StaffSession staff, Func<SealedSignal, Task> act)
    {
        if (desk.Signal is not { Document: not null } signal || string.IsNullOrWhiteSpace(Draft.Text))
        {
            return WeighingOutcome.Refused;
        }

        var (id, proposal) = (signal.Sealed.Item.Id, Open?.Sealed.Id);
        Failure = null;
        using var working = desk.Work();
        try
        {
            await act(signal.Sealed);
        }
        catch (DeskRefusedException refused) when (Overtakings.Contains(refused.Code))
        {
            await desk.ReadAsync(id, staff);
            Failure = refused.Code;
            return WeighingOutcome.Overtaken;
        }
        catch (DeskRefusedException refused) when (refused.Code != DeskRefusedException.SignedOut)
        {
            Failure = refused.Code;
            return WeighingOutcome.Refused;
        }

        drafts.Drop(id, proposal);
        await desk.ReadAsync(id, staff);
        return WeighingOutcome.Done;
    }
}
