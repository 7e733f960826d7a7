using FieldKit.Domain.Forms;

namespace FieldKit.Presentation.Form;

/// <summary>How the writer shares (facts.md E3.4): the answer to the form's first routing question.</summary>
public static class SignalMode
{
    public const string Field = "s0_route";
    public const string Advice = "advies";
    public const string Named = "signaal";

    /// <summary>Only written down: never sealed, never sent.</summary>
    public const string Note = "zelf";

    public static string Of(FormState state) => Of(state.Answer(new(Field, 0)));

    public static string Of(IReadOnlyDictionary<string, FormAnswer> answers) =>
        Of(answers.GetValueOrDefault(Field, FormAnswer.Empty));

    private static string Of(FormAnswer answer) => answer.Choices is [var mode, ..] ? mode : Advice;
}
