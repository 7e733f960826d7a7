using FieldKit.Domain.Forms;

namespace FieldKit.Desk.Reading;

internal static class AnswerText
{
    /// <summary>Labels in the reader's language; an option or a field that the form does not know keeps its id.</summary>
    public static ReadingLine Line(FormField? field, Answered answer, string language) => new(
        answer.Key.ToString(),
        field?.Label.In(language) ?? answer.Key.ToString(),
        [.. answer.Answer.Choices.Select(choice => LabelOf(field, choice, language))],
        answer.Answer.Text.Trim());

    private static string LabelOf(FormField? field, string choice, string language) =>
        field?.Options.FirstOrDefault(option => option.Value == choice)?.Label.In(language) ?? choice;
}
