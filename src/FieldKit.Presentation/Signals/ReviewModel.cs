using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Signals.Reading;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Form;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Signals;

/// <summary>The last look before sealing: exactly what the other reads, and what is still open.</summary>
public sealed class ReviewModel(
    FormModel form, Outbox outbox, DeviceEnrolment enrolment, BehaviourLists lists, ReadingBack readingBack, TimeProvider time) : Observable
{
    private IReadOnlyList<ToldBehaviour>? behaviour;
    private bool sharesAllTheSame;

    public string Mode => SignalMode.Of(form.State!);

    /// <summary>A note stays here; everything else can be sealed once it is complete.</summary>
    public bool IsNote => Mode == SignalMode.Note;

    public bool CanSeal => !IsNote && behaviour is not null && form.State!.IsComplete && !IsHeld && !IsSealing;

    /// <summary>
    /// It holds only looks, religion, origin or feelings: no signal yet (facts.md C4, G4). A signal with a name waits for behaviour;
    /// asking advice without a name stays possible, knowingly.
    /// </summary>
    public bool TellsNoBehaviour => behaviour is not null && SignalSubstance.TellsNoBehaviour(form.State!.ForSealing(), behaviour);

    public bool IsHeld => !IsNote && TellsNoBehaviour && (Mode == SignalMode.Named || !sharesAllTheSame);

    /// <summary>Where who wrote no behaviour yet is led; null where the content names none.</summary>
    public Guide? Guide => lists.Guide;

    /// <summary>What no longer fitted when the draft was moved to a newer form: it does not leave.</summary>
    public IReadOnlyList<LeftAnswer> StaysBehind => form.Draft!.LeftBehind;

    public ReadingBack ReadingBack => readingBack;

    public bool IsSealing { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Open questions and answers that are too long, in the order of the form.</summary>
    public IReadOnlyList<AnswerKey> Open => [.. form.State!.Missing(), .. form.State.TooLong()];

    /// <summary>Made of what will be sealed, not of what was typed: a hidden answer cannot show or leave.</summary>
    public SignalLayout LayOut(ReadingWords words) => new SignalReading(words).LayOut(Document(form.Draft!.Municipality, words.Language), form.State!.Definition);

    /// <summary>Reads what the content knows of texts without behaviour; nothing can be sealed before. Without content nothing is held.</summary>
    public async Task PrepareAsync()
    {
        behaviour = await lists.ReadAsync();
        await readingBack.PrepareAsync();
        (Problem, sharesAllTheSame) = (null, false);
        Changed();
    }

    /// <summary>The writer asks advice about it all the same.</summary>
    public void ShareAllTheSame()
    {
        sharesAllTheSame = true;
        Changed();
    }

    /// <summary>Rather advice without a name: nothing of the name leaves.</summary>
    public void AskAdviceInstead()
    {
        form.Choose(new(SignalForm.Mode, 0), [SignalForm.Advice]);
        Changed();
    }

    /// <returns>The signal's id when it is durably queued; null when it is not, and <see cref="Problem"/> says why.</returns>
    public async Task<Guid?> SealAsync(string language)
    {
        if (!CanSeal)
        {
            return null;
        }

        (IsSealing, Problem) = (true, null);
        Changed();
        try
        {
            await form.KeepAsync();
            return form.SaveState == SaveState.Kept ? await QueueAsync(language) : Fail("review.seal-failed");
        }
        finally
        {
            IsSealing = false;
            Changed();
        }
    }

    private async Task<Guid?> QueueAsync(string language)
    {
        var draft = form.Draft!;
        if (await enrolment.CurrentAsync() is not { } enrolled)
        {
            return Fail("review.not-enrolled");
        }

        if (draft.Municipality != Draft.AnyMunicipality && draft.Municipality != enrolled.Municipality)
        {
            return Fail("review.other-municipality");
        }

        var document = Document(enrolled.Municipality, language);
        try
        {
            await outbox.SealAsync(draft, form.State!.Definition, document, readingBack.Days);
            form.Forget();
            return document.Id;
        }
        catch (DeviceRevokedException)
        {
            return Fail("review.revoked");
        }
        catch (InvalidOperationException)
        {
            return Fail("review.too-large");
        }
        catch (Exception failure) when (failure is StaleRecordException or VaultLockedException or IOException)
        {
            return Fail("review.seal-failed");
        }
    }

    private SignalDocument Document(string municipality, string language) => new(
        form.Draft!.Id, form.Draft.Form, form.Draft.FormVersion, Mode, municipality, language, time.GetUtcNow(), form.State!.ForSealing(), form.Draft.Path);

    private Guid? Fail(string problem)
    {
        Problem = problem;
        return null;
    }
}
