using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;

namespace FieldKit.Presentation.Form;

/// <summary>How the writer shares (facts.md E3.4): without a name until they choose otherwise.</summary>
public static class SignalMode
{
    public const string Advice = SignalForm.Advice;
    public const string Named = SignalForm.Named;
    public const string Note = SignalForm.Note;

    public static string Of(FormState state) => Of(state.Answer(new(SignalForm.Mode, 0)));

    public static string Of(IReadOnlyDictionary<string, FormAnswer> answers) =>
        Of(answers.GetValueOrDefault(SignalForm.Mode, FormAnswer.Empty));

    private static string Of(FormAnswer answer) => answer.Choices is [var mode, ..] ? mode : Advice;
}
