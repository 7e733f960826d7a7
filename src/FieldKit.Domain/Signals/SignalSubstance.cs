using FieldKit.Domain.Forms;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Domain.Signals;

/// <summary>
/// Whether a signal holds anything that somebody did, said or went through. One that holds only looks, religion or feelings is no signal
/// (facts.md C4, G4). Whatever it cannot judge, it takes for behaviour: literal words, an approach, something online.
/// </summary>
public static class SignalSubstance
{
    private static readonly string[] Told = [SignalForm.What, SignalForm.Change];

    /// <param name="answers">What would be sealed, keyed as <see cref="AnswerKey.ToString"/>.</param>
    /// <param name="languages">A text counts as empty of behaviour when the lists of one language know every word of it.</param>
    public static bool TellsNoBehaviour(IReadOnlyDictionary<string, FormAnswer> answers, IReadOnlyList<ToldBehaviour> languages)
    {
        var texts = new List<string>();
        foreach (var (key, answer) in answers)
        {
            var field = AnswerKey.TryParse(key, out var parsed) ? parsed.Field : "";
            if (field == SignalForm.Quote || (field is SignalForm.Online or SignalForm.Approached && IsSomething(answer)))
            {
                return false;
            }

            if (Told.Contains(field) && !string.IsNullOrWhiteSpace(answer.Text))
            {
                texts.Add(answer.Text);
            }
        }

        return texts.Count > 0 && texts.TrueForAll(text => languages.Any(language => language.IsMissingFrom(text)));
    }

    private static bool IsSomething(FormAnswer answer) => answer.Text.Trim().Length > 0 || answer.Choices.Contains("ja");
}
