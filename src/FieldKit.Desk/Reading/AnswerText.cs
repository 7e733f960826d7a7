using FieldKit.Desk.Texts;
using FieldKit.Domain.Forms;

namespace FieldKit.Desk.Reading;

internal static class AnswerText
{
    /// <summary>Labels in the reader's language; an option or a field that the form does not know keeps its id.</summary>
    public static ReadingLine Line(FormField? field, Answered answer, DeskTexts texts) => new(
        answer.Key.ToString(),
        field?.Label.In(texts.Language) ?? answer.Key.ToString(),
        [.. answer.Answer.Choices.Select(choice => LabelOf(field, choice, texts))],
        answer.Answer.Text.Trim());

    private static string LabelOf(FormField? field, string choice, DeskTexts texts) =>
        field is { Kind: FieldKind.Check } && choice == FormAnswer.TickedValue
            ? texts["answer.ticked"]
            : field?.Options.FirstOrDefault(option => option.Value == choice)?.Label.In(texts.Language) ?? choice;
}
