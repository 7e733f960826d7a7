using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Forms;

/// <summary>An answer, or the part of it, that a newer version of the form has no place for.</summary>
/// <param name="Question">As it was asked, with <paramref name="Repetition"/> from 0 where the question repeats.</param>
/// <param name="Chosen">Labels of the chosen options that are gone.</param>
public sealed record LeftAnswer(string Field, int Repetition, LocalText Question, IReadOnlyList<LocalText> Chosen, string Text)
{
    /// <returns>Null when all of it has a place.</returns>
    internal static LeftAnswer? Of(FormField field, AnswerKey key, FormAnswer given, FormAnswer fitted)
    {
        var chosen = given.Choices.Except(fitted.Choices)
            .Select(value => field.Options.FirstOrDefault(option => option.Value == value)?.Label ?? new LocalText(value))
            .ToList();
        var text = fitted.Text == given.Text ? "" : given.Text.Trim();
        return chosen.Count == 0 && text.Length == 0 ? null : new(field.Id, key.Repetition, field.Label, chosen, text);
    }
}
