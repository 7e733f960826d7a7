using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Domain;
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
    DeskClient server, ContentSource content, SignalOpening opening, AnswerSealing sealing, AnswerDrafts drafts)
{
    private ContentBundle? bundle;

    public OpenedSignal? Signal { get; private set; }

    /// <summary>Why the last act failed, or null.</summary>
    public string? Failure { get; private set; }

    public AnswerDraft Draft { get; private set; } = new();

    public Municipality? Municipality =>
        bundle is not null && Signal is not null ? ContentSource.Municipality(bundle, Signal.Sealed.Header.Municipality) : null;

    public Stage? Stage => Signal is null ? null : Municipality?.Stage(Signal.Sealed.Item.Stage);

    /// <summary>The stages that this municipality lets follow, in its order; empty when closed or unknown.</summary>
    public IReadOnlyList<Stage> NextStages =>
        Municipality is { } here && Stage is { } now ? [.. now.Next.Select(here.Stage).OfType<Stage>()] : [];

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
            Signal = await opening.OpenAsync(fetched, staff.Municipality, evenWithdrawn);
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

        var item = signal.Sealed.Item;
        var stage = NextStages.FirstOrDefault(next => next.Id == Draft.Stage) ?? present;
        Failure = null;
        try
        {
            var request = Draft.SameAsTried(stage.Id, item.StageVersion) ?? await sealing.SealAsync(signal.Sealed, stage, Draft.Text);
            Draft.Try(request);
            await server.AnswerAsync(item.Id, request);
        }
        catch (DeskRefusedException refused) when (refused.Code == Refusals.StageMoved)
        {
            await ReadAsync(item.Id, staff);
            Draft.Stage = NextStages.Any(next => next.Id == Draft.Stage) ? Draft.Stage : null;
            return SendOutcome.StageMoved;
        }
        catch (DeskRefusedException refused) when (refused.Code == Refusals.Withdrawn)
        {
            // Its writer took it back while the answer was being written: it shuts, and the text stays here.
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

    /// <summary>Lets go of everything readable.</summary>
    public void Close()
    {
        Signal = null;
        Failure = null;
        Draft = new();
    }
}
