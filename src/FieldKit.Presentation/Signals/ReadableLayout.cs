using FieldKit.Domain.Forms;

namespace FieldKit.Presentation.Signals;

/// <summary>Lays answers out for reading. It shows what is in the answers and nothing else.</summary>
public static class ReadableLayout
{
    private const string OpinionPlacement = "opinion";
    private const string NamePlacement = "name";

    public static Readable Of(FormDefinition form, IReadOnlyDictionary<string, FormAnswer> answers, string language)
    {
        var blocks =
            from section in form.Sections
            from repetition in Repetitions(section, answers)
            let lines = Lines(section, repetition, answers, language, field => field.Placement is not (OpinionPlacement or NamePlacement))
            where lines.Count > 0
            select new ReadableBlock(Title(section, repetition, language), lines);
        return new([.. blocks], Apart(OpinionPlacement), Apart(NamePlacement));

        IReadOnlyList<ReadableLine> Apart(string placement) =>
        [
            .. from section in form.Sections
               from repetition in Repetitions(section, answers)
               from line in Lines(section, repetition, answers, language, field => field.Placement == placement)
               select line,
        ];
    }

    private static IEnumerable<int> Repetitions(FormSection section, IReadOnlyDictionary<string, FormAnswer> answers) =>
        Enumerable.Range(0, section.Repeat?.Maximum ?? 1)
            .Where(repetition => section.Fields.Any(field => answers.ContainsKey(new AnswerKey(field.Id, repetition).ToString())));

    private static string Title(FormSection section, int repetition, string language) =>
        section.Repeat is { } repeat ? $"{repeat.ItemTitle.In(language)} {repetition + 1}" : section.Title.In(language);

    private static IReadOnlyList<ReadableLine> Lines(
        FormSection section, int repetition, IReadOnlyDictionary<string, FormAnswer> answers, string language, Func<FormField, bool> belongs) =>
    [
        .. from field in section.Fields
           where belongs(field)
           let answer = answers.GetValueOrDefault(new AnswerKey(field.Id, repetition).ToString(), FormAnswer.Empty)
           where !answer.IsEmpty
           select new ReadableLine(field.Id, field.Label.In(language), Text(field, answer, language)),
    ];

    private static string Text(FormField field, FormAnswer answer, string language)
    {
        // An option that a later form no longer has is shown by its value rather than dropped.
        var chosen = string.Join(", ", answer.Choices.Select(value =>
            field.Options.FirstOrDefault(option => option.Value == value)?.Label.In(language) ?? value));
        var text = answer.Text.Trim();
        return (field.Kind, chosen.Length, text.Length) switch
        {
            (FieldKind.Check, _, _) => "✓",
            (_, 0, _) => text,
            (_, _, 0) => chosen,
            (FieldKind.Period, _, _) => $"{text} ({chosen})",
            _ => $"{chosen}: {text}",
        };
    }
}
