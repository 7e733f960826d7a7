using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Form;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Signals;

/// <summary>The last look before sealing: exactly what the other reads, and what is still open.</summary>
public sealed class ReviewModel(FormModel form, Outbox outbox, DeviceEnrolment enrolment, TimeProvider time) : Observable
{
    public string Mode => SignalMode.Of(form.State!);

    /// <summary>A note stays here; everything else can be sealed once it is complete.</summary>
    public bool IsNote => Mode == SignalMode.Note;

    public bool CanSeal => !IsNote && form.State!.IsComplete && !IsSealing;

    public bool IsSealing { get; private set; }

    /// <summary>Text key, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Open questions and answers that are too long, in the order of the form.</summary>
    public IReadOnlyList<AnswerKey> Open => [.. form.State!.Missing(), .. form.State.TooLong()];

    /// <summary>Made of what will be sealed, not of what was typed: a hidden answer cannot show or leave.</summary>
    public Readable Readable(string language) => ReadableLayout.Of(form.State!.Definition, form.State.ForSealing(), language);

    public void Show()
    {
        Problem = null;
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

        var document = new SignalDocument(
            draft.Id, draft.Form, draft.FormVersion, Mode, enrolled.Municipality, language, time.GetUtcNow(), form.State!.ForSealing(), draft.Path);
        try
        {
            await outbox.SealAsync(draft, form.State.Definition, document);
            form.Forget();
            return document.Id;
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

    private Guid? Fail(string problem)
    {
        Problem = problem;
        return null;
    }
}
