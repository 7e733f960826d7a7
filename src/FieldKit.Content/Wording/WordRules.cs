using System.Text;
using System.Text.RegularExpressions;
using FieldKit.Content.Guides;
using FieldKit.Content.Readability;
using FieldKit.Content.Reading;

namespace FieldKit.Content.Wording;

/// <summary>No text uses a word of rules/words.yaml, which puts a label on people. The word lists of the writing help are no texts.</summary>
internal sealed class WordRules(ContentFolder files, Findings findings)
{
    private readonly Dictionary<string, List<(Regex Pattern, string Instead)>> byLanguage = Read(files);

    public void Check(IEnumerable<WrittenPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            var file = GuideFile.InLanguage(findings.FileOf(piece.About), piece.Language);
            foreach (var (pattern, instead) in byLanguage.GetValueOrDefault(piece.Language) ?? [])
            {
                foreach (var found in pattern.Matches(piece.Text).Select(match => match.Groups["word"].Value).Distinct(StringComparer.OrdinalIgnoreCase))
                {
                    findings.Add(file, findings.LineOf(piece.About), "word", $"'{found}' puts a label on people. Write instead: {instead}.");
                }
            }
        }
    }

    private static Dictionary<string, List<(Regex Pattern, string Instead)>> Read(ContentFolder files)
    {
        var rules = new Dictionary<string, List<(Regex Pattern, string Instead)>>();
        if (files.Map("rules/words.yaml") is { } map)
        {
            foreach (var line in WordsToAvoid.ReadAll(map).Where(line => line.Words.Count > 0))
            {
                if (!rules.TryGetValue(line.Language, out var list))
                {
                    rules[line.Language] = list = [];
                }

                list.Add((Pattern(line.Words), line.Instead));
            }
        }

        return rules;
    }

    /// <summary>Whole words or phrases; "*" at the end stands for any ending. Without backtracking: no text makes it slow.</summary>
    private static Regex Pattern(IEnumerable<string> words)
    {
        var any = new StringBuilder(@"(?:^|[^\p{L}\p{N}])(?<word>");
        any.AppendJoin('|', words.Select(word => Regex.Escape(word.TrimEnd('*')).Replace(@"\ ", @"\s+", StringComparison.Ordinal) + (word.EndsWith('*') ? @"\p{L}*" : "")));
        return new(any.Append(@")(?:[^\p{L}\p{N}]|$)").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
