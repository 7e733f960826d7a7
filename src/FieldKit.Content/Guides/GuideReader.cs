using FieldKit.Content.Reading;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Languages;

namespace FieldKit.Content.Guides;

/// <summary>A guide is one Markdown file in Dutch (G01.md) and one per other language beside it (G01.en.md) with the same parts.</summary>
internal static class GuideReader
{
    public static IReadOnlyList<Guide> Read(IEnumerable<GuideText> texts, Findings findings)
    {
        var guides = new List<Guide>();
        foreach (var group in texts.GroupBy(text => text.Name))
        {
            if (group.FirstOrDefault(text => text.Language == "nl") is not { } dutch)
            {
                findings.Add(group.First(), "dutch-missing", $"'{group.Key}.md' with the Dutch text is missing.");
                continue;
            }

            guides.Add(Join(dutch, [.. group.Where(text => text != dutch)], findings));
        }

        return guides;
    }

    private static Guide Join(GuideText dutch, IReadOnlyList<GuideText> others, Findings findings)
    {
        var fitting = others.Where(other => IsSame(dutch, other, findings)).ToList();
        var parts = dutch.Parts.Select((part, index) => findings.From(
            new GuidePart(
                part.Settings.Id,
                part.Kind,
                Texts(part.Title, fitting, other => other.Parts[index].Title),
                part.Settings.Minutes,
                Texts(part.Html, fitting, other => other.Parts[index].Html),
                part.Settings.Facts,
                part.Settings.Age),
            dutch.File,
            part.Line));
        return findings.From(
            new Guide(
                dutch.Front.Id,
                Texts(dutch.Front.Title, fitting, other => other.Front.Title),
                Texts(dutch.Front.Audience, fitting, other => other.Front.Audience),
                Texts(dutch.Front.Purpose, fitting, other => other.Front.Purpose),
                [.. parts],
                dutch.Front.Contacts,
                dutch.Front.Facts,
                dutch.Front.Updated),
            dutch.File,
            1);
    }

    private static LocalText Texts(string dutch, IEnumerable<GuideText> others, Func<GuideText, string> select) =>
        new([new("nl", dutch), .. others.Select(other => KeyValuePair.Create(other.Language, select(other)))]);

    private static bool IsSame(GuideText dutch, GuideText other, Findings findings)
    {
        if (other.Parts.Select(Shape).SequenceEqual(dutch.Parts.Select(Shape)) && other.Front.Id == dutch.Front.Id)
        {
            return true;
        }

        findings.Add(
            other,
            "translation-differs",
            $"The parts of this file (kind, id, minutes, age, order) and its id are not those of {dutch.File}. Make them the same.");
        return false;

        static (string, string, int?, string?) Shape(GuideTextPart part) => (part.Kind, part.Settings.Id, part.Settings.Minutes, part.Settings.Age);
    }
}
