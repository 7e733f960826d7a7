using FieldKit.Domain.Forms;

namespace FieldKit.Domain.Signals.Reading;

internal static class AnswerText
{
    /// <summary>Labels in the reader's language; an option or a field that the form does not know keeps its id.</summary>
    public static ReadingLine Line(FormField? field, Answered answer, ReadingWords words) => new(
        answer.Key.ToString(),
        field?.Label.In(words.Language) ?? answer.Key.ToString(),
        [.. answer.Answer.Choices.Select(choice => LabelOf(field, choice, words))],
        answer.Answer.Text.Trim());

    private static string LabelOf(FormField? field, string choice, ReadingWords words) =>
        field is { Kind: FieldKind.Check } && choice == FormAnswer.TickedValue
            ? words["answer.ticked"]
            : field?.Options.FirstOrDefault(option => option.Value == choice)?.Label.In(words.Language) ?? choice;
}
