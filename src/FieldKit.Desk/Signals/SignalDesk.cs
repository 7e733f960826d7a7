using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Weighing;
using FieldKit.Domain;
using FieldKit.Domain.Advice;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Municipalities;
using FieldKit.Domain.Signals.Reading;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

public enum SendOutcome
{
    Sent,

    /// <summary>Somebody moved the signal meanwhile; it was read again and what was typed is still there.</summary>
    StageMoved,
    Refused,
}

/// <summary>One signal on the desk: read, and answered in the municipality's own stages.</summary>
public sealed class SignalDesk(
    DeskClient server, ContentSource content, SignalOpening opening, ReasonSealing reasons, AnswerSealing sealing, AnswerDrafts drafts)
{
    private ContentBundle? bundle;
    private int works;

    public OpenedSignal? Signal { get; private set; }

    /// <summary>Why the last act failed, or null.</summary>
    public string? Failure { get; private set; }

    public AnswerDraft Draft { get; private set; } = new();

    /// <summary>What guides, contacts and templates there are; null before a signal was read.</summary>
    public ContentBundle? Content => bundle;

    /// <summary>Beginnings for an advice that hold here.</summary>
    public IReadOnlyList<AdviceTemplate> Templates => bundle is not null && Signal is not null
        ? [.. bundle.Advice.Where(template => template.Municipality is null || template.Municipality == Signal.Sealed.Header.Municipality)]
        : [];

    public Municipality? Municipality =>
        bundle is not null && Signal is not null ? ContentSource.Municipality(bundle, Signal.Sealed.Header.Municipality) : null;

    public Stage? Stage => Signal is null ? null : Municipality?.Stage(Signal.Sealed.Item.Stage);

    /// <summary>The stages that one person may let follow, in the municipality's order; none when closed or unknown, or while a second person is waited for.</summary>
    public IReadOnlyList<Stage> NextStages => OpenDecision is null ? FollowingStages(forTwo: false) : [];

    /// <summary>The stages that two people decide about; none while a second person is waited for.</summary>
    public IReadOnlyList<Stage> StagesForTwo => OpenDecision is null ? FollowingStages(forTwo: true) : [];

    /// <summary>What waits for a second person, or null.</summary>
    public OpenedDecision? OpenDecision => Signal?.Decisions.FirstOrDefault(decision => decision.IsOpen);

    /// <summary>Something of this desk's own is under way: what changes meanwhile is no news to who sits here.</summary>
    public bool IsWorking => works > 0;

    /// <exception cref="DeskRefusedException">The session ended.</exception>
    /// <param name="evenWithdrawn">Open it although its writer has withdrawn it.</param>
    public async Task ReadAsync(Guid id, StaffSession staff, bool evenWithdrawn = false)
    {
        if (Signal?.Sealed.Item.Id != id)
        {
            Close();
        }

        Draft = drafts.Of(id);
        Failure = null;
        try
        {
            var fetched = await server.SignalAsync(id);
            bundle = await content.ForAsync(fetched.Header.Form, fetched.Header.FormVersion);
            var opened = await opening.OpenAsync(fetched, staff.Municipality, evenWithdrawn);
            Signal = opened.IsShut ? opened : opened with { Decisions = await reasons.OpenAsync(fetched) };
            Draft.Stage = NextStages.Any(next => next.Id == Draft.Stage) ? Draft.Stage : null;
        }
        catch (DeskRefusedException refused) when (refused.Code != DeskRefusedException.SignedOut)
        {
            Failure = refused.Code;
        }
    }

    /// <summary>The form that the signal is shown with; null when the content has no version of it.</summary>
    public FormDefinition? Form =>
        bundle is not null && Signal is not null ? ContentSource.Form(bundle, Signal.Sealed.Header.Form, Signal.Sealed.Header.FormVersion) : null;

    public SignalLayout? LayOut(SignalReading reading) =>
        Signal is { Document: { } document } ? reading.LayOut(document, Form) : null;

    /// <summary>Nothing typed is lost unless it was sent.</summary>
    /// <exception cref="DeskRefusedException">The session ended.</exception>
    public async Task<SendOutcome> SendAsync(StaffSession staff)
    {
        if (Signal is not { Document: not null, Sealed.Item.WithdrawnAt: null } signal || Stage is not { } present || Draft.IsEmpty)
        {
            return SendOutcome.Refused;
        }

        using var working = Work();
        var item = signal.Sealed.Item;
        var stage = NextStages.FirstOrDefault(next => next.Id == Draft.Stage) ?? present;
        Failure = null;
        try
        {
            var request = Draft.SameAsTried(stage.Id, item.StageVersion) ?? await sealing.SealAsync(signal.Sealed, stage, Draft.Text, Draft.Links);
            Draft.Try(request);
            await server.AnswerAsync(item.Id, request);
        }
        catch (DeskRefusedException refused) when (refused.Code == Refusals.StageMoved)
        {
            await ReadAsync(item.Id, staff);
            return SendOutcome.StageMoved;
        }
        catch (DeskRefusedException refused) when (refused.Code is Refusals.Withdrawn or Refusals.ProposalOpen or Refusals.NeedsTwo)
        {
            // Its writer took it back while the answer was being written, and it shuts; or a colleague, or newer content, wants two
            // people for this step. The text stays here.
            content.Forget();
            await ReadAsync(item.Id, staff);
            Failure = refused.Code;
            return SendOutcome.Refused;
        }
        catch (DeskRefusedException refused) when (refused.Code != DeskRefusedException.SignedOut)
        {
            Failure = refused.Code;
            return SendOutcome.Refused;
        }

        drafts.Drop(item.Id);
        await ReadAsync(item.Id, staff);
        return SendOutcome.Sent;
    }

    public IDisposable Work()
    {
        works++;
        return new Working(this);
    }

    /// <summary>Lets go of everything readable.</summary>
    public void Close()
    {
        Signal = null;
        Failure = null;
        Draft = new();
    }

    private IReadOnlyList<Stage> FollowingStages(bool forTwo) => Municipality is { } here && Stage is { } now
        ? [.. now.Next.Where(next => now.NeedsTwo(next) == forTwo).Select(here.Stage).OfType<Stage>()]
        : [];

    private sealed class Working(SignalDesk desk) : IDisposable
    {
        public void Dispose() => desk.works--;
    }
}
