using FieldKit.Domain.Forms;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Signals;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>The text of one field, read anew at each look: nothing of it is kept here.</summary>
/// <param name="Place">Tells fields of one draft apart.</param>
public sealed record FieldText(string Place, Dismissals Dismissals, Func<HintFinder, Func<HintKind, string, bool>, IReadOnlyList<WritingQuestion>> Find)
{
    /// <summary>A field of the form that is open in <paramref name="form"/>.</summary>
    public static FieldText Of(FormModel form, AnswerKey key)
    {
        var (draft, saving) = (form.Draft!, form.Saving!);
        return new(
            key.ToString(),
            new(draft.Dismissed, saving.Touch),
            (finder, isDismissed) => form.Draft == draft && form.State is { } state ? InForm(finder, state, form.Field(key), key, isDismissed) : []);
    }

    /// <summary>What is written about a sent signal.</summary>
    public static FieldText Of(FollowUpModel model) => new(
        "follow-up",
        new(new HashSet<string>(StringComparer.Ordinal), () => { }),
        (finder, isDismissed) => QuestionsAbout.Text(
            model.Text,
            finder.Find(model.Text, new(WritingField.Facts, model.Signal?.Document.Mode == SignalMode.Advice, HasCounterSignal: true)),
            isDismissed));

    public IReadOnlyList<WritingQuestion> Ask(HintFinder finder) => Find(finder, (kind, word) => Dismissals.Holds(Place, kind, word));

    private static IReadOnlyList<WritingQuestion> InForm(
        HintFinder finder, FormState state, FormField field, AnswerKey key, Func<HintKind, string, bool> isDismissed)
    {
        var text = state.Answer(key).Text;
        return QuestionsAbout.Text(
            text,
            finder.Find(text, WritingPlace.Of(state, field)).Where(hint => WritingPlace.AsksAbout(state, hint.Kind)),
            isDismissed);
    }
}
