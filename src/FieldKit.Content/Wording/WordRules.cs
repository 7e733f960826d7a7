using FieldKit.Content.Guides;
using FieldKit.Content.Readability;
using FieldKit.Content.Reading;

namespace FieldKit.Content.Wording;

/// <summary>No text uses a word of rules/words.yaml, which puts a label on people. The word lists of the writing help are no texts.</summary>
internal sealed class WordRules(IReadOnlyList<WordsToAvoid> lines, Findings findings)
{
    private readonly Dictionary<string, PhraseList> byLanguage = lines.GroupBy(line => line.Language).ToDictionary(group => group.Key, group => new PhraseList(group));

    public void Check(IEnumerable<WrittenPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (!byLanguage.TryGetValue(piece.Language, out var list))
            {
                continue;
            }

            foreach (var (found, instead) in list.FoundIn(piece.Text).Distinct())
            {
                var file = GuideFile.InLanguage(findings.FileOf(piece.About), piece.Language);
                findings.Add(file, findings.LineOf(piece.About), "word", $"'{found}' puts a label on people. Write instead: {instead}.");
            }
        }
    }
}
