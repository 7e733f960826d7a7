using FieldKit.Desk.Texts;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Desk.Reading;

internal static class SignalTitle
{
    private static readonly string[] Known = ["advies", "signaal"];

    /// <summary>"Adviesvraag", "Signaal", or a mode that this desk does not know by its id.</summary>
    public static string Of(SignalLayout layout, DeskTexts texts) => Known.Contains(layout.Kind)
        ? texts[$"signal.kind.{layout.Kind}"]
        : texts.Of("signal.kind.other", layout.Kind);

    /// <summary>"zonder naam", "met naam"; empty for an unknown mode.</summary>
    public static string NoteOf(SignalLayout layout, DeskTexts texts) =>
        Known.Contains(layout.Kind) ? texts[$"signal.kind.{layout.Kind}.note"] : "";
}
