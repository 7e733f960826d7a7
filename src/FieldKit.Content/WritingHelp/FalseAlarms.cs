using System.Text.RegularExpressions;
using FieldKit.Content.Readability;
using FieldKit.Domain;
using FieldKit.Domain.Guides;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

/// <summary>
/// How often the writing help asks about text that asks for no question: the guides' own prose, which is about talks and not about
/// one person. Each block is read as a field of its own, as strictly as can be: facts, in advice without a name. Not neutral, and
/// left out: what a guide quotes as wrong ("avoid"), its emergency list ("stop"), and links, which are names of things.
/// </summary>
public static partial class FalseAlarms
{
    /// <summary>More would teach people to wave every question away.</summary>
    public const double MostIn200Words = 1;

    private static readonly string[] NotNeutral = ["avoid", "stop"];

    private static readonly HintContext Strictest = new(WritingField.Facts, AdviceWithoutName: true, HasCounterSignal: true);

    /// <summary>One figure for each language that has both writing help and guides.</summary>
    public static IReadOnlyList<FalseAlarmFigure> In(ContentBundle bundle) =>
    [
        .. from aid in bundle.WritingHelp
           let blocks = Blocks(bundle, aid.Language)
           where blocks.Count > 0
           select Of(aid, blocks),
    ];

    private static FalseAlarmFigure Of(WritingAid aid, IReadOnlyList<string> blocks)
    {
        var finder = new HintFinder(aid);
        return new(
            aid.Language,
            blocks.Sum(WordCount),
            [.. blocks.SelectMany(block => Questions(finder, block))]);
    }

    private static IEnumerable<FalseAlarm> Questions(HintFinder finder, string block) =>
        from hint in finder.Find(block, Strictest)
        group block.Substring(hint.Start, hint.Length) by (hint.Kind, hint.Question) into question
        select new FalseAlarm(question.Key.Kind, [.. question]);

    private static IReadOnlyList<string> Blocks(ContentBundle bundle, string language) =>
    [
        .. from guide in bundle.Guides
           from piece in WrittenTexts.Guide(guide with { Parts = [.. guide.Parts.Where(part => !NotNeutral.Contains(part.Kind)).Select(WithoutLinks)] })
           where piece.Language == language
           from block in piece.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select block,
    ];

    private static GuidePart WithoutLinks(GuidePart part) =>
        part with { Html = new(part.Html.ByLanguage.ToDictionary(spoken => spoken.Key, spoken => Link().Replace(spoken.Value, ""))) };

    private static int WordCount(string block) => block.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex("<a [^>]*>.*?</a>")]
    private static partial Regex Link();
}

/// <param name="Asked">Every question that was asked, in the order of the guides.</param>
public sealed record FalseAlarmFigure(string Language, int Words, IReadOnlyList<FalseAlarm> Asked)
{
    public double In200Words => Words == 0 ? 0 : Asked.Count * 200.0 / Words;
}

/// <summary>One question as the writer sees it.</summary>
/// <param name="Words">All that it was about.</param>
public sealed record FalseAlarm(HintKind Kind, IReadOnlyList<string> Words);
