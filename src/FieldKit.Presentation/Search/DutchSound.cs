namespace FieldKit.Presentation.Search;

/// <summary>
/// How a Dutch word sounds, near enough to forgive spelling ("aanslach", "diskriminatie") and to join a plural with its singular.
/// Never shown. English words go through the same, which joins a few that differ and parts none.
/// </summary>
public static class DutchSound
{
    /// <param name="folded">Without capitals and accents.</param>
    public static string Of(string folded)
    {
        Span<char> heard = stackalloc char[folded.Length * 2];
        var count = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var (sound, taken) = Heard(folded[at], at + 1 < folded.Length ? folded[at + 1] : '\0');
            at += taken - 1;
            foreach (var letter in sound)
            {
                // Double letters sound as one, and Dutch doubles and undoubles them in plurals.
                if (count == 0 || heard[count - 1] != letter || char.IsAsciiDigit(letter))
                {
                    heard[count++] = letter;
                }
            }
        }

        return new(heard[..count]);
    }

    /// <summary>Without the endings of plural, diminutive and inflection; at least three letters stay.</summary>
    /// <param name="sound">From <see cref="Of"/>.</param>
    public static string Stem(string sound)
    {
        var stem = Without(sound, "s");
        var bare = stem switch
        {
            _ when stem.EndsWith("deren", StringComparison.Ordinal) && stem.Length >= 8 => stem[..^4],
            _ when stem.Length >= 7 && (stem.EndsWith("ltje", StringComparison.Ordinal) || stem.EndsWith("ntje", StringComparison.Ordinal)) => stem[..^3],
            _ when stem.Length >= 6 && stem.EndsWith("je", StringComparison.Ordinal) => stem[..^2],
            _ when stem.EndsWith("en", StringComparison.Ordinal) => Without(stem, "en"),
            _ => Without(stem, "e"),
        };
        return Without(bare, "s");
    }

    /// <summary>Stem with a voiceless end: "kind" and "kint" are one.</summary>
    public static string Key(string sound) => Stem(sound) switch
    {
        [.. var start, 'd'] => start + "t",
        [.. var start, 'b'] => start + "p",
        var stem => stem,
    };

    private static string Without(string word, string ending) =>
        word.Length >= ending.Length + 3 && word.EndsWith(ending, StringComparison.Ordinal) ? word[..^ending.Length] : word;

    private static (string Sound, int Taken) Heard(char letter, char next) => (letter, next) switch
    {
        ('c', 'h') => ("g", 2),
        ('c', 'k') => ("k", 2),
        ('c', 'e' or 'i' or 'y') => ("s", 1),
        ('c' or 'q', _) => ("k", 1),
        ('x', _) => ("ks", 1),
        ('p', 'h') => ("f", 2),
        ('t', 'h') => ("t", 2),
        ('d', 't') => ("t", 2),
        ('i', 'j') or ('e', 'i') or ('e', 'y') => ("y", 2),
        ('a', 'u') => ("ou", 2),
        ('v', _) => ("f", 1),
        ('z', _) => ("s", 1),
        _ => (Letters[letter < 128 ? letter : 0] is { Length: > 0 } one ? one : letter.ToString(), 1),
    };

    // Ready strings: one for each letter, instead of one for each letter of each word.
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(code => code == 0 ? "" : ((char)code).ToString())];
}
