using FieldKit.Content.Reading;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

/// <summary>The writing help only asks, tells all groups alike, and does what its examples say (facts.md C8).</summary>
internal sealed class WritingHelpRules(IReadOnlyList<WritingHelpText> texts, Findings findings)
{
    private const int FewestLettersBeforeStar = 3;

    public void Check()
    {
        foreach (var text in texts)
        {
            foreach (var rule in text.Aid.Rules)
            {
                CheckQuestion(rule);
                CheckWords(rule);
            }

            CheckDoubles(text.Aid);
            CheckSentences(text);
        }
    }

    private void CheckQuestion(HintRule rule)
    {
        foreach (var question in new[] { rule.Question, rule.QuotedQuestion, rule.NamedQuestion }.OfType<string>())
        {
            if (!question.Contains('?'))
            {
                findings.Add(rule, "hint-asks", $"'{question}' is no question. The writing help only asks: end it with a question mark.");
            }
        }
    }

    private void CheckWords(HintRule rule)
    {
        if (rule.Words.Count == 0 && rule.Detect.Count == 0 && rule.Kind != HintKind.Balance)
        {
            findings.Add(rule, "hint-words", $"Nothing makes '{rule.Id}' ask. Add 'words'.");
        }

        if (rule.Detect.Count > 0 && rule.Kind != HintKind.Identity)
        {
            findings.Add(rule, "hint-detect", $"'{rule.Id}' has 'detect', which only 'kind: identity' takes.");
        }

        foreach (var words in rule.Words.Concat(rule.Except))
        {
            if (!words.Any(char.IsLetterOrDigit) || words.Split(' ').Any(IsTooOpen))
            {
                findings.Add(rule, "hint-words", $"'{words}' in '{rule.Id}' would be found everywhere. Give a star at least {FewestLettersBeforeStar} letters before it, at the end of a word.");
            }
        }
    }

    private void CheckDoubles(WritingAid aid)
    {
        foreach (var kind in aid.Rules.GroupBy(rule => rule.Kind))
        {
            var doubled = kind.SelectMany(rule => rule.Words.Select(words => (Rule: rule, Words: words)))
                .GroupBy(item => item.Words, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1);
            foreach (var (rule, words) in doubled.Select(group => group.Last()))
            {
                findings.Add(rule, "hint-words", $"'{words}' stands twice in the lists of this kind. Take one out.");
            }
        }
    }

    private void CheckSentences(WritingHelpText text)
    {
        var kinds = new HintKinds(text.Aid);
        var behaviour = new ToldBehaviour(text.Aid);
        if (text.Mirrors.Count == 0)
        {
            findings.Add(text.Aid, "mirrored-groups", "There are no 'mirrors'. Write sentences that tell the same about different groups.");
        }

        foreach (var mirror in text.Mirrors)
        {
            CheckMirror(kinds, mirror);
            CheckBehaviour(behaviour, mirror);
        }

        foreach (var example in text.Examples)
        {
            foreach (var unknown in example.Gives.Where(kind => !WritingHelpReader.Kinds.ContainsKey(kind)))
            {
                findings.Add(example, "wrong-value", $"'{unknown}' is no kind. Known: {string.Join(", ", WritingHelpReader.Kinds.Keys)}.");
            }

            var (expected, given) = (HintKinds.Names(example.Gives), HintKinds.Names(kinds.Of(example.Text)));
            if (expected != given)
            {
                findings.Add(example, "hint-example", $"'{example.Text}' gives {given}, not {expected}. Change the lists or the example.");
            }
        }
    }

    private void CheckMirror(HintKinds kinds, MirrorSentences mirror)
    {
        if (mirror.Sentences.Count < 2)
        {
            findings.Add(mirror, "mirrored-groups", "A mirror needs at least two sentences.");
            return;
        }

        var first = kinds.Counted(mirror.Sentences[0]);
        foreach (var sentence in mirror.Sentences.Skip(1))
        {
            var other = kinds.Counted(sentence);
            if (other != first)
            {
                findings.Add(mirror, "mirrored-groups", $"'{mirror.Sentences[0]}' gives {first}, but '{sentence}' gives {other}. Make the lists treat both groups alike.");
            }
        }
    }

    /// <summary>The same story about another group has the same way (facts.md G4): both are a signal, or neither is.</summary>
    private void CheckBehaviour(ToldBehaviour behaviour, MirrorSentences mirror)
    {
        foreach (var other in mirror.Sentences.Skip(1).Where(other => behaviour.IsMissingFrom(other) != behaviour.IsMissingFrom(mirror.Sentences[0])))
        {
            findings.Add(mirror, "mirrored-groups", $"Of '{mirror.Sentences[0]}' and '{other}' only one tells of behaviour. Make the lists treat both groups alike.");
        }
    }

    private static bool IsTooOpen(string word) =>
        word.Contains('*') && (word.IndexOf('*') != word.Length - 1 || word.Count(char.IsLetterOrDigit) < FewestLettersBeforeStar);
}
