using System.Runtime.CompilerServices;

namespace FieldKit.Domain.Forms;

/// <summary>Finds a field and its section by id; made once per form, because every keystroke asks.</summary>
internal sealed class FormIndex
{
    private static readonly ConditionalWeakTable<FormDefinition, FormIndex> Made = [];
    private readonly Dictionary<string, FormPlace> places = new(StringComparer.Ordinal);

    private FormIndex(FormDefinition definition)
    {
        foreach (var section in definition.Sections)
        {
            foreach (var field in section.Fields)
            {
                places.TryAdd(field.Id, new(section, field));
            }
        }
    }

    public static FormIndex Of(FormDefinition definition) => Made.GetValue(definition, made => new(made));

    /// <summary>Null where the form has no such field.</summary>
    public FormPlace? Find(string field) => places.GetValueOrDefault(field);
}

internal sealed record FormPlace(FormSection Section, FormField Field);
