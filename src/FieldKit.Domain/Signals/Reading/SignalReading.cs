using FieldKit.Domain.Forms;

namespace FieldKit.Domain.Signals.Reading;

/// <summary>
/// Lays a signal out for the reader with the form that it was written in. The writer looks it over in this layout before sealing, and
/// the desk reads it in this layout: one place makes both.
/// </summary>
public sealed class SignalReading(ReadingWords words)
{
    private const string NamePlacement = "name";
    private const string OpinionPlacement = "opinion";

    /// <param name="form">Null when no version of the form is known: every answer then stands under its id.</param>
    public SignalLayout LayOut(SignalDocument signal, FormDefinition? form)
    {
        var answers = AnswersOf(signal).ToList();
        var groups = new List<ReadingGroup>();
        foreach (var section in form?.Sections ?? [])
        {
            groups.AddRange(GroupsOf(section, answers));
        }

        var asked = form?.Sections.SelectMany(section => section.Fields).Select(field => field.Id).ToHashSet() ?? [];
        var unknown = answers.Where(answer => !asked.Contains(answer.Key.Field)).Select(answer => Line(null, answer)).ToList();
        groups.Add(new(ReadingOrder.Unknown, words["group.unknown"], unknown));

        var whole = groups.GroupBy(group => group.Id).Select(Join).Where(group => group.Facts is not null || group.Lines.Count > 0).ToList();
        return new(
            signal.Mode,
            signal.WrittenAt,
            [.. Heading(whole)],
            [.. whole.Where(group => !IsApart(group.Id)).OrderBy(group => ReadingOrder.PlaceOf(group.Id))],
            whole.FirstOrDefault(group => group.Id == OpinionPlacement),
            whole.FirstOrDefault(group => group.Id == NamePlacement),
            signal.Path,
            form is not null && form.Version != signal.FormVersion);
    }

    private static bool IsApart(string group) => group is ReadingOrder.Heading or OpinionPlacement or NamePlacement;

    private static IEnumerable<Answered> AnswersOf(SignalDocument signal) =>
        from pair in signal.Answers
        where !pair.Value.IsEmpty
        let key = KeyOf(pair.Key)
        where key.Field != SignalForm.Mode // Said by the kind in the title already.
        orderby key.Field, key.Repetition
        select new Answered(key, pair.Value);

    // A key that is not of the known shape is shown as it is rather than lost.
    private static AnswerKey KeyOf(string text)
    {
        try
        {
            return AnswerKey.Parse(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            return new(text, 0);
        }
    }

    private static IEnumerable<string> Heading(List<ReadingGroup> groups)
    {
        var lines = groups.Find(group => group.Id == ReadingOrder.Heading)?.Lines ?? [];
        return lines.SelectMany(line => line.Text.Length > 0 ? line.Choices.Append(line.Text) : line.Choices);
    }

    private static ReadingGroup Join(IGrouping<string, ReadingGroup> parts) =>
        parts.First() with
        {
            Lines = [.. parts.SelectMany(part => part.Lines)],
            Facts = parts.Select(part => part.Facts).FirstOrDefault(facts => facts is not null),
        };

    private IEnumerable<ReadingGroup> GroupsOf(FormSection section, List<Answered> answers)
    {
        if (section.Repeat is not null)
        {
            var table = new FactLayout(words).TableOf(section, answers);
            var id = section.Fields.Any(field => field.Id == ReadingOrder.What) ? ReadingOrder.Facts : section.Id;
            return table is null ? [] : [new(id, TitleOf(id, section), [], table)];
        }

        return from field in section.Fields
               from answer in answers
               where answer.Key.Field == field.Id
               let id = GroupOf(field, section)
               select new ReadingGroup(id, TitleOf(id, section), [Line(field, answer)]);
    }

    private static string GroupOf(FormField field, FormSection section) =>
        field.Placement is NamePlacement or OpinionPlacement ? field.Placement
        : ReadingOrder.GroupOf(field.Id)
            ?? section.Fields.Select(sibling => ReadingOrder.GroupOf(sibling.Id)).FirstOrDefault(known => known is not (null or ReadingOrder.Heading))
            ?? section.Id;

    private string TitleOf(string group, FormSection section) =>
        ReadingOrder.IsNamed(group) || IsApart(group) ? words[$"group.{group}"] : section.Title.In(words.Language);

    private ReadingLine Line(FormField? field, Answered answer) => AnswerText.Line(field, answer, words);
}

internal readonly record struct Answered(AnswerKey Key, FormAnswer Answer);
