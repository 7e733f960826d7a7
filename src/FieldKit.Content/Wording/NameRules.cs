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
internal sealed partial class NameRules(HashedNames hashed, Findings findings)
{
    private const int MostWords = 8;

    private readonly int longest = Math.Min(MostWords, hashed.Longest);
    private readonly HashSet<string> names = hashed.Hashes.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Plain words by how they are written, and what was looked up before: most of a language comes back.</summary>
    private readonly Dictionary<string, string> plain = [];
    private readonly Dictionary<string, bool> known = [];

    public void Check(IEnumerable<(string Name, string Text)> files)
    {
        foreach (var (name, text) in files)
        {
            CheckFile(name, text);
        }
    }

    private void CheckFile(string file, string text)
    {
        var words = Word().Matches(text);
        for (var first = 0; first < words.Count; first++)
        {
            // A name begins with a capital: that leaves few words to hash.
            if (!char.IsUpper(words[first].ValueSpan[0]))
            {
                continue;
            }

            var phrase = "";
            for (var count = 0; count < longest && first + count < words.Count; count++)
            {
                phrase += (count > 0 ? " " : "") + Plain(words[first + count].Value);
                if (IsName(phrase))
                {
                    var line = text.AsSpan(0, words[first].Index).Count('\n') + 1;
                    findings.Add(file, line, "name", "Here stands the name of a person from the sources. Write the role instead: 'de wijkagent', 'een docent'.");
                }
            }
        }
    }

    private bool IsName(string phrase)
    {
        if (!known.TryGetValue(phrase, out var isName))
        {
            known[phrase] = isName = names.Contains(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(phrase))));
        }

        return isName;
    }

    private string Plain(string word)
    {
        if (!plain.TryGetValue(word, out var found))
        {
            var bare = word.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
            plain[word] = found = string.Concat(bare).ToLowerInvariant();
        }

        return found;
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{Mn}]*")]
    private static partial Regex Word();
}
