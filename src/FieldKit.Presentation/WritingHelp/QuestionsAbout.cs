using FieldKit.Domain.WritingHelp;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>Brings the hints in a text together as questions: one for all words that it is about, danger first, then what could tell who somebody is.</summary>
public static class QuestionsAbout
{
    public static IReadOnlyList<WritingQuestion> Text(string text, IEnumerable<Hint> hints, Func<HintKind, string, bool> isDismissed)
    {
        var questions = new List<(int Turn, HintKind Kind, string Question, List<string> Words)>();
        foreach (var hint in hints)
        {
            var word = text.Substring(hint.Start, hint.Length);
            if (isDismissed(hint.Kind, word))
            {
                continue;
            }

            var question = questions.Find(one => one.Kind == hint.Kind && one.Question == hint.Question);
            if (question.Words is null)
            {
                questions.Add(question = (Turn(hint.Kind), hint.Kind, hint.Question, []));
            }

            if (word.Length > 0 && !question.Words.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                question.Words.Add(word);
            }
        }

        return [.. questions.OrderBy(question => question.Turn).Select(question => new WritingQuestion(question.Kind, question.Question, question.Words))];
    }

    private static int Turn(HintKind kind) => kind switch
    {
        HintKind.Urgency => 0,
        HintKind.Recruitment => 1,
        HintKind.Identity => 2,
        HintKind.Balance => 4,
        _ => 3,
    };
}
