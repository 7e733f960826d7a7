using FieldKit.Device.Drafts;
using FieldKit.Device.Store;
using FieldKit.Domain.Forms;
using FieldKit.Presentation.Unlock;
using FieldKit.Presentation.WritingHelp;

namespace FieldKit.Presentation.Form;

/// <summary>The draft that is open, one section at a time. Everything typed is kept without asking.</summary>
public sealed class FormModel(DraftBox drafts, TimeProvider time) : Observable, IOpenText
{
    private TakenRepetition? taken;
    private IReadOnlyList<LeftAnswer> thrownAway = [];

    public Draft? Draft { get; private set; }

    public FormState? State { get; private set; }

    /// <summary>Watched by itself: a save changes nothing else on the screen. Null without a draft.</summary>
    public Autosave? Saving { get; private set; }

    public SaveState SaveState => Saving?.State ?? SaveState.Kept;

    public IReadOnlyList<FormSection> Sections => State?.VisibleSections ?? [];

    /// <summary>Opens a draft, or goes on with it when it is the open one.</summary>
    /// <returns>False: there is no such draft (any more), or its form is not here.</returns>
    public async Task<bool> OpenAsync(Guid id)
    {
        if (Draft?.Id == id && SaveState != SaveState.Elsewhere)
        {
            await RefreshAsync();
            return SaveState != SaveState.Elsewhere;
        }

        await CloseAsync();
        if (await drafts.ReadAsync(id) is not { } draft || await drafts.FormAsync(draft.Form, draft.FormVersion) is not { } form)
        {
            return false;
        }

        Draft = draft;
        State = new(form, draft.Answers);
        Saving = new(() => SaveAsync(draft), time);
        Changed();
        return true;
    }

    /// <returns>The section with this id if it shows now, else the first.</returns>
    public FormSection? Section(string? id) => Sections.FirstOrDefault(section => section.Id == id) ?? Sections.FirstOrDefault();

    /// <returns>The neighbour, or null at either end.</returns>
    public FormSection? Beside(FormSection section, int steps)
    {
        var sections = Sections;
        var index = sections.ToList().FindIndex(other => other.Id == section.Id) + steps;
        return index >= 0 && index < sections.Count ? sections[index] : null;
    }

    /// <summary>Which part of how many, counted from 1. Parts that answers still hide count too, so that the count does not jump.</summary>
    public (int Part, int Of) Place(FormSection section)
    {
        var sections = State!.Definition.Sections;
        return (sections.ToList().FindIndex(other => other.Id == section.Id) + 1, sections.Count);
    }

    /// <summary>Nothing comes after this but the review. A first section that hides the rest is not the last.</summary>
    public bool IsLast(FormSection section) =>
        Beside(section, 1) is null && (Sections.Count > 1 || State!.Definition.Sections.Count == 1);

    /// <summary>What this section still asks.</summary>
    public IReadOnlyList<AnswerKey> MissingIn(FormSection section) =>
        [.. State!.Missing().Where(key => section.Fields.Any(field => field.Id == key.Field))];

    public FormSection SectionOf(AnswerKey key) => State!.Definition.Sections.First(section => section.Fields.Any(field => field.Id == key.Field));

    public FormField Field(AnswerKey key) => SectionOf(key).Fields.First(field => field.Id == key.Field);

    public void Choose(AnswerKey key, IReadOnlyList<string> choices) =>
        Become(State!.With(key, State.Answer(key) with { Choices = choices }));

    /// <summary>Says that the model changed only when more than this text did: a field draws itself, at every keystroke.</summary>
    public void Write(AnswerKey key, string text)
    {
        var before = State!.Answer(key);
        Keep(State.With(key, before with { Text = text }));
        if (string.IsNullOrWhiteSpace(before.Text) != string.IsNullOrWhiteSpace(text))
        {
            Changed();
        }
    }

    public void Add(FormSection section) => Become(State!.AddRepetition(section));

    /// <summary>Taken out at once; <see cref="PutBack"/> brings it back.</summary>
    public void Remove(FormSection section, int repetition)
    {
        if (State!.CanRemove(section) && State.Repetition(section, repetition) is { IsEmpty: false } removed)
        {
            taken = removed;
        }

        Dismissals.ForgetFrom(Draft!.Dismissed, section, repetition);
        Become(State.RemoveRepetition(section, repetition));
    }

    /// <summary>What was taken out last, while it held something and has room to come back; else null.</summary>
    public TakenRepetition? Taken => taken is not null && State?.CanPutBack(taken) == true ? taken : null;

    public void PutBack()
    {
        if (Taken is { } back)
        {
            taken = null;
            Dismissals.ForgetFrom(Draft!.Dismissed, State!.Definition.Sections.First(section => section.Id == back.Section), back.Place);
            Become(State.PutBack(back));
        }
    }

    /// <summary>Nobody typed a word yet: what was chosen until now only led the way.</summary>
    public bool HasNoWords => State!.Answers.Values.All(answer => string.IsNullOrWhiteSpace(answer.Text));

    /// <summary>Goes on in a newer version of the form.</summary>
    /// <returns>False: what is here could not be kept first, or another tab wrote at this moment. Nothing was moved.</returns>
    public async Task<bool> MoveAsync(FormDefinition newer)
    {
        await KeepAsync();
        if (SaveState != SaveState.Kept || Draft is not { } draft)
        {
            return false;
        }

        var moved = await drafts.MoveAsync(draft, FormMove.Of(State!, newer));
        taken = null;
        await ShowAgainAsync(draft);
        return moved;
    }

    /// <summary>What had no place in the newer form is not needed any more; until the draft is closed <see cref="TakeUpAgain"/> brings it back.</summary>
    public void ThrowAwayLeftBehind()
    {
        (thrownAway, Draft!.LeftBehind) = (Draft.LeftBehind, []);
        Saving!.Touch();
        Changed();
    }

    public bool CanTakeUpAgain => thrownAway.Count > 0;

    public void TakeUpAgain()
    {
        (Draft!.LeftBehind, thrownAway) = ([.. Draft.LeftBehind, .. thrownAway], []);
        Saving!.Touch();
        Changed();
    }

    /// <summary>Returns when all of it is kept, or <see cref="SaveState"/> says why not.</summary>
    public Task KeepAsync() => Saving?.KeepAsync() ?? Task.CompletedTask;

    /// <summary>Keeps what there is and forgets the readable draft.</summary>
    public async Task CloseAsync()
    {
        await KeepAsync();
        Forget();
    }

    public async Task PutAwayAsync()
    {
        await KeepAsync();
        if (SaveState == SaveState.Kept)
        {
            Forget();
        }
    }

    public Task<bool> SettleAsync() => Saving?.SettleAsync() ?? Task.FromResult(true);

    /// <summary>The draft was sealed or deleted: nothing of it is written any more.</summary>
    public void Forget()
    {
        Saving?.Stop();
        (Saving, Draft, State, taken, thrownAway) = (null, null, null, null, []);
        Changed();
    }

    /// <summary>Shows what another tab wrote in the same draft; what is typed here stays.</summary>
    public async Task RefreshAsync()
    {
        if (Draft is not { } draft || SaveState != SaveState.Kept)
        {
            return;
        }

        try
        {
            if (await drafts.RefreshAsync(draft))
            {
                await ShowAgainAsync(draft);
            }
        }
        catch (StaleRecordException)
        {
            // Sealed or deleted over there: a save says so.
            Saving?.Touch();
            await KeepAsync();
        }
    }

    /// <summary>Keeps what is on the screen as a draft of its own, after its draft was sealed or deleted elsewhere.</summary>
    /// <returns>The new draft's id.</returns>
    public async Task<Guid> KeepAsNewAsync()
    {
        var copy = await drafts.CopyAsync(Draft!);
        Forget();
        return copy.Id;
    }

    private async ValueTask SaveAsync(Draft draft)
    {
        if (await drafts.SaveAsync(draft))
        {
            await ShowAgainAsync(draft);
        }
    }

    private async Task ShowAgainAsync(Draft draft)
    {
        // Moved to a newer form, here or in another tab.
        var form = draft.FormVersion == State!.Definition.Version ? State.Definition : await drafts.FormAsync(draft.Form, draft.FormVersion);
        if (draft == Draft && form is not null)
        {
            State = new(form, draft.Answers);
            Changed();
        }
    }

    private void Become(FormState state)
    {
        Keep(state);
        Changed();
    }

    private void Keep(FormState state)
    {
        State = state;
        Draft!.Answers.Clear();
        foreach (var (key, answer) in state.Answers)
        {
            Draft.Answers[key] = answer;
        }

        Saving!.Touch();
    }
}
