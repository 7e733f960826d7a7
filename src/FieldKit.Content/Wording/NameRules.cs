using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using FieldKit.Content.Reading;

namespace FieldKit.Content.Wording;

/// <summary>
/// No file names a person from the sources. The names are kept only as SHA-256 in rules/names.yaml, so one to four words at a time
/// are made plain (lower case, without accents, letters only), hashed and looked up.
/// </summary>
internal sealed partial class NameRules(ContentFolder files, Findings findings)
{
    private const int MostWords = 8;

    public void Check()
    {
        if (files.Map("rules/names.yaml") is not { } map)
        {
            return;
        }

        var hashed = HashedNames.Read(map);
        var longest = Math.Min(MostWords, hashed.Longest);
        var names = hashed.Hashes.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in files.Everything())
        {
            CheckFile(name, text, names, longest);
        }
    }

    private void CheckFile(string file, string text, HashSet<string> names, int longest)
    {
        var words = Word().Matches(text).Select(match => (match.Index, Text: match.Value)).ToList();
        for (var first = 0; first < words.Count; first++)
        {
            // A name begins with a capital: that leaves few words to hash.
            if (!char.IsUpper(words[first].Text[0]))
            {
                continue;
            }

            for (var count = 1; count <= longest && first + count <= words.Count; count++)
            {
                if (names.Contains(Hash(words.Skip(first).Take(count).Select(word => word.Text))))
                {
                    var line = text.AsSpan(0, words[first].Index).Count('\n') + 1;
                    findings.Add(file, line, "name", "Here stands the name of a person from the sources. Write the role instead: 'de wijkagent', 'een docent'.");
                }
            }
        }
    }

    private static string Hash(IEnumerable<string> words) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(string.Join(' ', words)))));

    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    [GeneratedRegex(@"\p{L}[\p{L}\p{Mn}]*")]
    private static partial Regex Word();
}
