using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Form;

namespace FieldKit.Presentation.Tests.Form;

/// <summary>A form small enough to see through, with everything that a screen has to handle.</summary>
internal static class TwoPartForm
{
    public static FormDefinition Definition { get; } = new(
        SignalForm.Id, 3, new LocalText("Signaal"),
        [
            new("s0", new LocalText("Begin"), null, null, null,
            [
                Choice("s0_gevaar", [new("ja", new LocalText("Ja"), null, "danger"), Option("nee")], leaves: false),
                Choice(SignalForm.Mode, [Option(SignalMode.Advice), Option(SignalMode.Named), Option(SignalMode.Note)]) with { Default = SignalMode.Advice },
            ]),
            new("s2", new LocalText("Feiten"), null, new(1, 3, new LocalText("Feit", "Fact"), new LocalText("Nog een feit")), null,
            [
                Text("s2_wanneer") with { Kind = FieldKind.Period, Options = [Option("ongeveer")] },
                Text("s2_wat") with { Kind = FieldKind.LongText, MaximumLength = 40 },
            ]),
            new("s5", new LocalText("Zorg"), null, null, null, [Text("s5_indruk") with { Required = null, Placement = "opinion" }]),
            new("s7", new LocalText("Wie"), null, null, null,
            [
                Text("s7_naam") with { Placement = "name", ShowIf = new([new(SignalForm.Mode, [SignalMode.Named])]) },
            ]),
        ]);

    private static FormField Choice(string id, IReadOnlyList<FormOption> options, bool leaves = true) =>
        new(id, FieldKind.Single, new LocalText(id + "?"), null, options, FormCondition.Always, null, false, 0, "", leaves);

    private static FormField Text(string id) =>
        new(id, FieldKind.Text, new LocalText(id + "?"), null, [], FormCondition.Always, null, false, 200, "", true);

    private static FormOption Option(string value) => new(value, new LocalText(value), null, null);
}
