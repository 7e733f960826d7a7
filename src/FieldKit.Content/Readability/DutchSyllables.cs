using System.Collections.Frozen;
using System.Text;

namespace FieldKit.Content.Readability;

/// <summary>
/// Counts the syllables of a Dutch word by its vowel groups: two or three letters that make one sound count once (oe, ui, ooi),
/// vowels that only stand side by side count each (the-a-ter, si-tu-a-tie), a trema begins a new syllable.
/// </summary>
internal static class DutchSyllables
{
    /// <summary>Longest first. "ieu" and "eeu" are one sound only before a w (nieuw, eeuw; but se-ri-eus).</summary>
    private static readonly string[] OneSound =
        ["ieuw", "eeuw", "aai", "ooi", "oei", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou", "ai", "oi"];

    /// <summary>Words from elsewhere and letter words, which are not said as they are spelled.</summary>
    private static readonly FrozenDictionary<string, int> Known = new Dictionary<string, int>
    {
        ["coach"] = 1, ["coaches"] = 2, ["game"] = 1, ["games"] = 1, ["meme"] = 1, ["memes"] = 1, ["site"] = 1, ["sites"] = 1,
        ["website"] = 2, ["websites"] = 2, ["online"] = 2, ["offline"] = 2, ["team"] = 1, ["teams"] = 1, ["deal"] = 1, ["deals"] = 1,
        ["livestream"] = 2, ["stream"] = 1, ["museum"] = 3, ["petroleum"] = 4, ["mbo"] = 3, ["vmbo"] = 4, ["hbo"] = 3, ["vo"] = 2, ["po"] = 2,
        ["wc"] = 2, ["tv"] = 2, ["gsm"] = 3, ["sms"] = 3, ["ok"] = 2, ["lhbt"] = 4, ["timeout"] = 2, ["facetime"] = 2, ["cake"] = 1, ["e"] = 1,
        ["fake"] = 1, ["like"] = 1, ["likes"] = 1, ["share"] = 1, ["time"] = 1, ["live"] = 1, ["male"] = 1, ["juice"] = 1, ["nice"] = 1,
    }.ToFrozenDictionary();

    /// <summary>Beginnings of compounds whose sound differs from their spelling ("teamleider"), with the syllables they take.</summary>
    private static readonly (string Start, int Syllables)[] KnownStarts =
        [("team", 1), ("online", 2), ("coach", 1), ("website", 2), ("game", 1)];

    public static int Count(string word)
    {
        if (IsLetterWord(word))
        {
            return word.Length;
        }

        return Math.Max(1, WithoutStress(word.ToLowerInvariant()).Split('-', '\'', '’').Where(part => part.Length > 0).Sum(CountPart));
    }

    private static int CountPart(string part)
    {
        if (Known.TryGetValue(part, out var known))
        {
            return known;
        }

        foreach (var (start, syllables) in KnownStarts)
        {
            // Two letters more may be an ending ("gamen"): then the spelling is followed.
            if (part.Length > start.Length + 2 && part.StartsWith(start, StringComparison.Ordinal))
            {
                return syllables + CountSounds(part[start.Length..]);
            }
        }

        return CountSounds(part);
    }

    private static int CountSounds(string part)
    {
        var count = 0;
        for (var index = 0; index < part.Length;)
        {
            var length = SoundAt(part, index);
            count += length > 0 ? 1 : 0;
            index += Math.Max(1, length);
        }

        return count;
    }

    /// <summary>How many letters make the vowel sound that begins here; 0 for a consonant.</summary>
    private static int SoundAt(string part, int index)
    {
        if (!IsVowel(part, index))
        {
            return 0;
        }

        var sound = OneSound.FirstOrDefault(sound => string.CompareOrdinal(part, index, sound, 0, sound.Length) == 0);
        var length = sound?.Length ?? 1;

        // "essay", "boycot": a y behind a vowel belongs to it, unless a vowel follows ("royaal").
        return index + length < part.Length && part[index + length] == 'y' && !IsVowel(part, index + length + 1) ? length + 1 : length;
    }

    private static bool IsVowel(string part, int index) => index < part.Length && part[index] switch
    {
        'y' => !IsVowel(part, index + 1),
        'u' when index > 0 && part[index - 1] == 'q' => false,
        var letter => "aeiouàáâäãåèéêëìíîïòóôöõùúûü".Contains(letter, StringComparison.Ordinal),
    };

    /// <summary>Accents that only stress ("één", "vóór") go; a trema stays.</summary>
    private static string WithoutStress(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).Where(letter => letter is not ('\u0300' or '\u0301' or '\u0302'))).Normalize();

    /// <summary>"OM", "GGZ": said letter by letter.</summary>
    private static bool IsLetterWord(string word) =>
        word.Length is > 1 and < 5
        && (word.All(char.IsUpper) || (word.All(char.IsLetter) && !word.ToLowerInvariant().Any(letter => "aeiouyéèëïöü".Contains(letter, StringComparison.Ordinal))));
}
