using System.Runtime.InteropServices;

namespace FieldKit.Presentation.Search;

/// <summary>
/// The words of the content, found again from what somebody typed. Grows by one word in constant time; looking up reads only
/// words that share two or three letters with what was typed.
/// </summary>
public sealed class Vocabulary
{
    // What a way of finding is worth; the best way counts.
    private const float Exact = 1f, SameSound = .9f, Beginning = .8f, End = .6f, Inside = .5f, PartsOfIt = .45f, Mistyped = .4f, MistypedBeginning = .3f;
    private const int ShortestPart = 4;

    private readonly List<(string Sound, string Key)> words = [];
    private readonly Dictionary<string, int> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> byBeginning = [];
    private readonly Dictionary<int, List<int>> byEnd = [];
    private readonly Dictionary<int, List<int>> byInside = [];

    public int Count => words.Count;

    /// <returns>Number of the word, from 0; the same word keeps its number.</returns>
    public int Add(string folded)
    {
        if (byWord.TryGetValue(folded, out var known))
        {
            return known;
        }

        var number = words.Count;
        var sound = DutchSound.Of(folded);
        var key = DutchSound.Key(sound);
        words.Add((sound, key));
        byWord.Add(folded, number);
        Note(byKey, key, number);
        if (sound.Length >= 2)
        {
            Note(byBeginning, Pair(sound, 0), number);
            Note(byEnd, Pair(key, key.Length - 2), number);
        }

        // A shorter word is no compound of two.
        for (var at = 1; sound.Length >= 7 && at + 3 <= sound.Length; at++)
        {
            Note(byInside, Triple(sound, at), number);
        }

        return number;
    }

    public int? NumberOf(string folded) => byWord.TryGetValue(folded, out var number) ? number : null;

    /// <summary>Words meant by <paramref name="typed"/>, with what the likeness is worth: 1 for the word itself.</summary>
    /// <param name="typed">Folded; perhaps still being typed.</param>
    public Dictionary<int, float> Find(string typed)
    {
        var found = new Dictionary<int, float>();
        var sound = DutchSound.Of(typed);
        if (byWord.TryGetValue(typed, out var itself))
        {
            found[itself] = Exact;
        }

        var key = DutchSound.Key(sound);
        Take(found, byKey.GetValueOrDefault(key), SameSound);
        var isWord = found.Count > 0;
        if (sound.Length >= 2)
        {
            TakeBeginnings(found, sound);
        }

        TakeInside(found, DutchSound.Stem(sound));
        if (found.Count == 0 && !isWord)
        {
            TakeParts(found, sound);
        }

        if (found.Count == 0 && key.Length >= ShortestPart)
        {
            TakeMistyped(found, sound, key);
        }

        return found;
    }

    private void TakeBeginnings(Dictionary<int, float> found, string sound)
    {
        foreach (var number in byBeginning.GetValueOrDefault(Pair(sound, 0)) ?? [])
        {
            var word = words[number].Sound;
            if (word.Length >= sound.Length && word.StartsWith(sound, StringComparison.Ordinal))
            {
                // The less there is still to type, the likelier.
                found.TryAdd(number, Beginning * (.5f + (.5f * sound.Length / word.Length)));
            }
        }
    }

    // "aanslag" in "terreuraanslagen".
    private void TakeInside(Dictionary<int, float> found, string stem)
    {
        if (stem.Length < ShortestPart)
        {
            return;
        }

        foreach (var number in Rarest(stem))
        {
            var (word, key) = words[number];
            if (word.IndexOf(stem, 1, StringComparison.Ordinal) > 0)
            {
                found.TryAdd(number, key.EndsWith(stem, StringComparison.Ordinal) ? End : Inside);
            }
        }
    }

    // "jongerenwerkplek" where the content has "jongerenwerk" and "plek".
    private void TakeParts(Dictionary<int, float> found, string sound)
    {
        for (var at = sound.Length - ShortestPart; at >= ShortestPart; at--)
        {
            if (byKey.TryGetValue(DutchSound.Key(sound[..at]), out var first) && byKey.TryGetValue(DutchSound.Key(sound[at..]), out var second))
            {
                Take(found, first, PartsOfIt);
                Take(found, second, PartsOfIt);
                return;
            }
        }
    }

    // One error leaves the beginning or the end as it was.
    private void TakeMistyped(Dictionary<int, float> found, string sound, string key)
    {
        var near = (byBeginning.GetValueOrDefault(Pair(key, 0)) ?? []).Concat(byEnd.GetValueOrDefault(Pair(key, key.Length - 2)) ?? []);
        foreach (var number in near)
        {
            var word = words[number];
            if (OneEdit.Apart(key, word.Key))
            {
                found[number] = Mistyped;
            }
            else if (sound.Length >= 6 && OneEdit.FromBeginning(sound, word.Sound))
            {
                found.TryAdd(number, MistypedBeginning);
            }
        }
    }

    private List<int> Rarest(string stem)
    {
        List<int>? rarest = null;
        for (var at = 0; at + 3 <= stem.Length; at++)
        {
            if (byInside.GetValueOrDefault(Triple(stem, at)) is not { } list)
            {
                return [];
            }

            rarest = rarest is null || list.Count < rarest.Count ? list : rarest;
        }

        return rarest ?? [];
    }

    private static void Take(Dictionary<int, float> found, List<int>? numbers, float worth)
    {
        foreach (var number in numbers ?? [])
        {
            found.TryAdd(number, worth);
        }
    }

    private static void Note<TKey>(Dictionary<TKey, List<int>> lists, TKey key, int number)
        where TKey : notnull
    {
        ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, key, out _);
        list ??= [];
        if (list.Count == 0 || list[^1] != number)
        {
            list.Add(number);
        }
    }

    private static int Pair(string text, int at) => text.Length < 2 ? 0 : (text[at] << 10) ^ text[at + 1];

    private static int Triple(string text, int at) => (text[at] << 20) ^ (text[at + 1] << 10) ^ text[at + 2];
}
