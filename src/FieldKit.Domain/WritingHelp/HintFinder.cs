using System.Buffers;
using FieldKit.Domain.WritingHelp.Identity;

namespace FieldKit.Domain.WritingHelp;

/// <summary>
/// Finds what to ask about a text (facts.md C4, C8). It asks and nothing else: it weighs nothing, names nobody and keeps nothing.
/// The time that it takes grows with the length of the text. Made once per language; safe to use from several threads.
/// </summary>
public sealed class HintFinder
{
    /// <summary>More questions of one kind would be nagging.</summary>
    public const int MostOfOneKind = 3;

    private const int FewestWordsToBalance = 5;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?…\n\r");

    private readonly WritingAid aid;
    private readonly PhraseIndex phrases;

    public HintFinder(WritingAid aid)
        : this(aid, new())
    {
        foreach (var _ in phrases.Fill(aid))
        {
            // All at once.
        }
    }

    private HintFinder(WritingAid aid, PhraseIndex phrases) => (this.aid, this.phrases) = (aid, phrases);

    /// <summary>Makes one a few words at a time, for where somebody is typing on the same thread.</summary>
    /// <param name="breathe">Awaited in between; lets others go first.</param>
    public static async Task<HintFinder> MakeAsync(WritingAid aid, Func<Task> breathe)
    {
        var phrases = new PhraseIndex();
        foreach (var _ in phrases.Fill(aid))
        {
            await breathe();
        }

        return new(aid, phrases);
    }

    /// <summary>Urgency first, then recruitment, then in the order of the text; the question about balance comes last.</summary>
    public IReadOnlyList<Hint> Find(string text, HintContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var words = new TextWords(text);
        var marks = new WordMarks(words.Count);
        var found = new List<Hint>();
        var ofSomebody = new List<Hint>();
        var person = FindPhrases(words, context, marks, found, ofSomebody);
        FindIdentities(words, context, marks, found);
        AddWhereSomebodyIs(text, person, found, ofSomebody);
        found.Sort(InOrder);
        var hints = Few(found);
        AddBalance(words, context, hints);
        return hints;
    }

    /// <param name="ofSomebody">Gets what is asked only where the text tells of somebody.</param>
    /// <returns>Where a word first tells of somebody; past the end when none does.</returns>
    private int FindPhrases(TextWords words, HintContext context, WordMarks marks, List<Hint> found, List<Hint> ofSomebody)
    {
        var person = int.MaxValue;
        var quotes = new QuotedParts(words.Text);
        var here = new List<PhraseMatch>();
        var silentUntil = new int[aid.Rules.Count + 1];
        for (var index = 0; index < words.Count; index++)
        {
            here.Clear();
            phrases.Collect(words, index, here);
            if (here.Count == 0)
            {
                continue;
            }

            here.Sort(LongestFirst);
            var quoted = context.Field == WritingField.Literal || quotes.Holds(words[index].Start);
            foreach (var match in here)
            {
                if (index < silentUntil[match.Rule])
                {
                    continue;
                }

                silentUntil[match.Rule] = index + match.Words;
                if (match.Rule == aid.Rules.Count)
                {
                    person = quoted ? person : Math.Min(person, words[index].Start);
                    continue;
                }

                var rule = aid.Rules[match.Rule];
                marks.Note(index, match, rule.Kind);
                if (!match.Except && Asks(rule.Kind, context, quoted))
                {
                    var start = words[index].Start;
                    (rule.AboutPerson ? ofSomebody : found).Add(new(rule.Kind, Question(rule, context, quoted), start, words[index + match.Words - 1].End - start));
                }
            }
        }

        return person;
    }

    private static void AddWhereSomebodyIs(string text, int person, List<Hint> found, List<Hint> ofSomebody)
    {
        // Whoever can be recognised is somebody too.
        foreach (var hint in found.Where(hint => hint.Kind == HintKind.Identity))
        {
            person = Math.Min(person, hint.Start);
        }

        if (person < text.Length)
        {
            var sentence = text.AsSpan(0, person).LastIndexOfAny(SentenceEnds) + 1;
            found.AddRange(ofSomebody.Where(hint => hint.Start >= sentence));
        }
    }

    private void FindIdentities(TextWords words, HintContext context, WordMarks marks, List<Hint> found)
    {
        if (!Asks(HintKind.Identity, context, quoted: false))
        {
            return;
        }

        foreach (var rule in aid.Rules)
        {
            foreach (var detector in rule.Detect)
            {
                foreach (var (start, length) in Detectors.Find(detector, words, marks))
                {
                    found.Add(new(HintKind.Identity, Question(rule, context, quoted: false), start, length));
                }
            }
        }
    }

    private void AddBalance(TextWords words, HintContext context, List<Hint> hints)
    {
        if (context.HasCounterSignal || context.Field != WritingField.Facts || words.Count < FewestWordsToBalance)
        {
            return;
        }

        if (aid.Rules.FirstOrDefault(rule => rule.Kind == HintKind.Balance) is { } rule)
        {
            hints.Add(new(HintKind.Balance, Question(rule, context, quoted: false), 0, 0));
        }
    }

    /// <summary>
    /// What somebody literally said is a fact, whatever the words; only what may harm or identify is asked about there (facts.md C7).
    /// What reassures may be as vague as it is.
    /// </summary>
    private static bool Asks(HintKind kind, HintContext context, bool quoted) => kind switch
    {
        HintKind.Identity => context.Field != WritingField.Name,
        HintKind.Urgency or HintKind.Recruitment or HintKind.Looks or HintKind.Origin or HintKind.Health => true,
        HintKind.Opinion => !quoted && context.Field is not (WritingField.Impression or WritingField.Reassuring),
        HintKind.Time => !quoted && context.Field != WritingField.Reassuring,
        HintKind.Balance => false,
        _ => !quoted,
    };

    private static string Question(HintRule rule, HintContext context, bool quoted) =>
        (quoted ? rule.QuotedQuestion : null) ?? (context.AdviceWithoutName ? null : rule.NamedQuestion) ?? rule.Question;

    private static List<Hint> Few(List<Hint> ordered)
    {
        var few = new List<Hint>();
        Span<int> count = stackalloc int[Enum.GetValues<HintKind>().Length];
        Span<int> end = stackalloc int[count.Length];
        count.Clear();
        end.Clear();
        foreach (var hint in ordered)
        {
            var kind = (int)hint.Kind;
            if (count[kind] < MostOfOneKind && hint.Start >= end[kind])
            {
                (count[kind], end[kind]) = (count[kind] + 1, hint.Start + hint.Length);
                few.Add(hint);
            }
        }

        return few;
    }

    private static int LongestFirst(PhraseMatch left, PhraseMatch right) =>
        (right.Words, right.Except, left.Rule).CompareTo((left.Words, left.Except, right.Rule));

    private static int InOrder(Hint left, Hint right) =>
        (Turn(left.Kind), left.Start, -left.Length, left.Kind).CompareTo((Turn(right.Kind), right.Start, -right.Length, right.Kind)) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Question, right.Question);

    private static int Turn(HintKind kind) => kind switch
    {
        HintKind.Urgency => 0,
        HintKind.Recruitment => 1,
        _ => 2,
    };
}
