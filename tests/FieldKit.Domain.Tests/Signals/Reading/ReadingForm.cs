using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;

namespace FieldKit.Domain.Tests.Signals.Reading;

/// <summary>A form with one field of each kind that the reader treats apart.</summary>
internal static class ReadingForm
{
    public static FormDefinition Of(int version) => new("signaal", version, new LocalText("Signaal", "Signal"),
    [
        Section("gevaar", null, Field("s0_gevaar", options: ["nee", "ja"])),
        Section("jij", null, Field("s1_rol", options: ["jongerenwerk"]), Field("s1_collega", options: ["collega"])),
        Section("feiten", new(1, 10, new LocalText("Feit"), new LocalText("Nog een feit")),
            Field("s2_wanneer"), Field("s2_wat"), Field("s2_letterlijk"), Field("s2_bron", options: ["zelf"])),
        Section("verandering", null, Field("s3_anders"), Field("s3_later_bedacht")),
        Section("geruststelling", null, Field("s4_tegen")),
        Section("zorg", null, Field("s5_zorg"), Field("s5_indruk", "opinion")),
        Section("eigen", null, Field("x_eigen")),
        Section("wie", null, Field("s7_naam", "name"), Field("s7_leeftijd", options: ["16-17"])),
        Section("nakijken", null, Field("s8_check") with { Kind = FieldKind.Check }),
    ]);

    private static FormSection Section(string id, FormRepeat? repeat, params FormField[] fields) =>
        new(id, new LocalText($"Deel {id}", $"Part {id}"), null, repeat, null, fields);

    private static FormField Field(string id, string placement = "", string[]? options = null) => new(
        id, options is null ? FieldKind.LongText : FieldKind.Multi, new LocalText($"Vraag {id}", $"Question {id}"), null,
        [.. (options ?? []).Select(option => new FormOption(option, new LocalText($"Keuze {option}", $"Choice {option}"), null, null))],
        null, null, false, 1000, placement, true);
}
