using FieldKit.Domain.Forms;

namespace FieldKit.App.Form;

/// <summary>Names one text field of the form in the page, and behind "#" in an address that leads to it.</summary>
internal static class FieldAddress
{
    public static string Of(AnswerKey key) => $"field-{IdOf(key)}";

    public static string IdOf(AnswerKey key) => key.Repetition == 0 ? key.Field : $"{key.Field}-{key.Repetition}";
}
