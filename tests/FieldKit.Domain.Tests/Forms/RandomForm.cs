using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Domain.Tests.Forms;

/// <summary>Any form: sections that repeat or not, every kind of field, conditions on whatever stands earlier.</summary>
internal static class RandomForm
{
    private static readonly string[] Values = ["a", "b", "c", "d"];

    public static Gen<FormDefinition> Any { get; } =
        from count in Gen.Choose(1, 4)
        from shapes in Gen.ListOf(Section, count)
        select Joined(1, shapes);

    /// <summary>The same form at a later date: fields gone, new, or of another kind.</summary>
    public static Gen<FormDefinition> After(FormDefinition form) =>
        from other in Any
        from keep in Gen.ListOf(Gen.Choose(0, 3), form.Sections.Count)
        select Joined(2, [.. form.Sections.Zip(keep).Where(pair => pair.Second > 0).Select(pair => new Shape(pair.First.Repeat?.Maximum ?? 1, [.. pair.First.Fields])),
            .. other.Sections.Take(1).Select(section => new Shape(section.Repeat?.Maximum ?? 1, [.. section.Fields]))]);

    private static Gen<Shape> Section =>
        from maximum in Gen.Elements(1, 1, 2, 10)
        from count in Gen.Choose(1, 4)
        from fields in Gen.ListOf(Field, count)
        select new Shape(maximum, [.. fields]);

    private static Gen<FormField> Field =>
        from kind in Gen.Elements(Enum.GetValues<FieldKind>())
        from options in Gen.Choose(2, 4)
        from alone in Gen.Choose(0, 5)
        from stops in Gen.Choose(0, 12)
        from asks in Gen.Choose(0, 5)
        from withText in Gen.Elements(true, false)
        from leaves in Gen.Elements(true, true, false)
        from required in Gen.Elements(true, false)
        from chosen in Gen.Choose(0, 6)
        from looksBack in Gen.Choose(0, 9)
        from wanted in Gen.SubListOf(Values)
        let takesOptions = kind is FieldKind.Single or FieldKind.Multi or FieldKind.Period
        select new FormField(
            $"{looksBack}", kind, new LocalText("?"), null,
            takesOptions
                ? [.. Values.Take(options).Select((value, index) => new FormOption(
                    value, new LocalText(value), null, index == stops ? "halt" : null, index == asks && withText, index == alone))]
                : [],
            required ? FormCondition.Always : null,
            looksBack < 5 ? new FormCondition([new FormTest($"{looksBack}", [.. wanted])]) : null,
            withText, 40, "", leaves, takesOptions && chosen < options ? Values[chosen] : null);

    // Ids and the fields that conditions look back at are only known once the sections stand in a row.
    private static FormDefinition Joined(int version, IEnumerable<Shape> shapes)
    {
        var earlier = new List<string>();
        var sections = new List<FormSection>();
        foreach (var (shape, number) in shapes.Select((shape, number) => (shape, number)))
        {
            var fields = new List<FormField>();
            foreach (var field in shape.Fields)
            {
                var id = $"f{earlier.Count}";
                fields.Add(field with { Id = id, ShowIf = earlier.Count == 0 || field.ShowIf is not { } look ? null : LookBack(look, earlier) });
                earlier.Add(id);
            }

            sections.Add(new(
                $"s{number}", new LocalText("Deel"), null,
                shape.Maximum == 1 ? null : new(1, shape.Maximum, new LocalText("Stuk"), new LocalText("Nog een")), null, fields));
        }

        return new("random", version, new LocalText("Willekeurig"), sections);
    }

    private static FormCondition LookBack(FormCondition condition, List<string> earlier) =>
        new([.. condition.All.Select(test => test with { Field = earlier[test.Field.Length == 1 ? test.Field[0] % earlier.Count : earlier.Count - 1] })]);

    private sealed record Shape(int Maximum, IReadOnlyList<FormField> Fields);
}
