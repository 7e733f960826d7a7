using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content.Print;

/// <summary>The lines of one box: title, then where each choice leads, or whom to turn to.</summary>
internal static class PosterText
{
    /// <summary>Mean width of a letter as a part of the size of the font, on the wide side: lines never leave their box.</summary>
    private const double LetterWidth = 0.54;

    public static IReadOnlyList<PosterLine> Of(FlowStep step, Dictionary<string, int> numbers, PrintContext print, double width)
    {
        var lines = new List<PosterLine>(Wrap(step.Title.In(print.Language), PosterLayout.TitleSize, width - PosterLayout.NumberWidth).Select(line => new PosterLine(line, true)));
        foreach (var choice in step.Choices)
        {
            var to = numbers.TryGetValue(choice.To, out var number) ? $"{number}" : choice.To;
            var wrapped = Wrap($"{choice.Label.In(print.Language)} →", PosterLayout.TextSize, width - PosterLayout.NumberWidth);
            lines.AddRange(wrapped.Select((line, at) => new PosterLine(line, false, at == wrapped.Count - 1 ? to : "")));
        }

        if (step.Outcome is { } outcome)
        {
            var texts = print.Contacts(outcome.Contacts).Select(print.Line)
                .Concat(outcome.Guides.Select(id => $"{print.Words.Guide} {id}"))
                .Concat(outcome.OffersSignal ? [print.Words.Signal] : []);
            lines.AddRange(texts.SelectMany(text => Wrap(text, PosterLayout.TextSize, width)).Select(line => new PosterLine(line, false)));
        }

        return lines;
    }

    private static List<string> Wrap(string text, double size, double width)
    {
        var most = Math.Max(8, (int)(width / (size * LetterWidth)));
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > most)
            {
                lines.Add("");
            }

            lines[^1] += lines[^1].Length > 0 ? " " + word : word;
        }

        return lines;
    }
}
