namespace FieldKit.Domain.WritingHelp;

/// <summary>A phrase of a rule, found in a text.</summary>
/// <param name="Except">The rule stays silent here.</param>
internal readonly record struct PhraseMatch(int Rule, bool Except, int Words);

/// <summary>All words and phrases of all rules, to be looked up by their first word.</summary>
internal sealed class PhraseIndex
{
    private const int WordsInOneStep = 100;

    private readonly Dictionary<string, List<Phrase>> whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase>> open = new(StringComparer.Ordinal);
    private int[] openLengths = [];

    /// <summary>Takes in everything that an aid looks for; its persons as if they were the words of one more rule.</summary>
    /// <returns>A step after every few words, for whoever has to pause in between.</returns>
    public IEnumerable<int> Fill(WritingAid aid)
    {
        var taken = 0;
        foreach (var (words, rule, except, capital) in Everything(aid))
        {
            Add(words, rule, except, capital);
            if (++taken % WordsInOneStep == 0)
            {
                yield return taken;
            }
        }

        openLengths = [.. open.Keys.Select(start => start.Length).Distinct().Order()];
    }

    private static IEnumerable<(string Words, int Rule, bool Except, bool Capital)> Everything(WritingAid aid)
    {
        for (var index = 0; index < aid.Rules.Count; index++)
        {
            foreach (var words in aid.Rules[index].Words)
            {
                yield return (words, index, false, aid.Rules[index].Kind == HintKind.Identity);
            }

            foreach (var words in aid.Rules[index].Except)
            {
                yield return (words, index, true, false);
            }
        }

        foreach (var words in aid.Persons)
        {
            yield return (words, aid.Rules.Count, false, false);
        }
    }

    /// <summary>Adds to <paramref name="found"/> what begins at a word.</summary>
    public void Collect(TextWords words, int index, List<PhraseMatch> found)
    {
        var first = words.Folded(index);
        Collect(whole, first, words, index, found);
        foreach (var length in openLengths)
        {
            if (length > first.Length)
            {
                break;
            }

            Collect(open, first[..length], words, index, found);
        }
    }

    private static void Collect(Dictionary<string, List<Phrase>> phrases, ReadOnlySpan<char> first, TextWords words, int index, List<PhraseMatch> found)
    {
        if (!phrases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(first, out var candidates))
        {
            return;
        }

        foreach (var phrase in candidates)
        {
            if (phrase.Matches(words, index))
            {
                found.Add(new(phrase.Rule, phrase.Except, phrase.Pieces.Count));
            }
        }
    }

    private void Add(string written, int rule, bool except, bool capital)
    {
        var words = new TextWords(written);
        var pieces = Enumerable.Range(0, words.Count)
            .Select(index => new Piece(words.Folded(index).ToString(), words[index].End < written.Length && written[words[index].End] == '*'))
            .ToList();
        if (pieces.Count == 0)
        {
            return;
        }

        var phrases = pieces[0].Open ? open : whole;
        if (!phrases.TryGetValue(pieces[0].Letters, out var beside))
        {
            phrases.Add(pieces[0].Letters, beside = []);
        }

        beside.Add(new(pieces, rule, except, capital));
    }

    private sealed record Piece(string Letters, bool Open);

    private sealed record Phrase(IReadOnlyList<Piece> Pieces, int Rule, bool Except, bool Capital)
    {
        /// <summary>The first piece is known to match.</summary>
        public bool Matches(TextWords words, int index)
        {
            if (Capital && !char.IsUpper(words.Text[words[index].Start]))
            {
                return false;
            }

            for (var piece = 1; piece < Pieces.Count; piece++)
            {
                var word = words.Folded(index + piece);
                var (letters, open) = (Pieces[piece].Letters, Pieces[piece].Open);
                if (!words.FollowsDirectly(index + piece) || !(open ? word.StartsWith(letters, StringComparison.Ordinal) : word.SequenceEqual(letters)))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
