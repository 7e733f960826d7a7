using FieldKit.Domain.Forms;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Presentation.WritingHelp;

/// <summary>Which questions the writer waved away, by place and word. They live in the draft, encrypted with it, and go when it goes.</summary>
/// <param name="kept">The draft's own.</param>
/// <param name="keep">Called after each change.</param>
public sealed class Dismissals(ISet<string> kept, Action keep)
{
    public bool Holds(string place, HintKind kind, string word) => kept.Contains(Key(place, kind, word));

    public void Add(string place, WritingQuestion question)
    {
        IEnumerable<string> words = question.Words.Count == 0 ? [""] : question.Words;
        foreach (var word in words)
        {
            kept.Add(Key(place, question.Kind, word));
        }

        keep();
    }

    /// <summary>A repetition goes and the later ones move up: what was waved away there is asked again rather than about other text.</summary>
    public static void ForgetFrom(HashSet<string> kept, FormSection section, int repetition) => kept.RemoveWhere(key =>
        AnswerKey.TryParse(key.Split(' ')[0], out var place)
        && place.Repetition >= repetition
        && section.Fields.Any(field => field.Id == place.Field));

    private static string Key(string place, HintKind kind, string word) => $"{place} {kind} {Folded(word)}";

    // "Steeds" at the beginning of a sentence is the same word.
    private static string Folded(string word) => string.Concat(word.Select(LetterFolding.Fold).Where(letter => letter != '\0'));
}
