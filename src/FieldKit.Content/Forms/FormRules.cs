using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Forms;

namespace FieldKit.Content.Forms;

/// <summary>A form that can be filled in to its end: known references, looking back only, danger asked first (facts.md G).</summary>
internal sealed class FormRules(ContentBundle bundle, Findings findings)
{
    private static readonly string[] Placements = ["", "opinion", "name"];

    public void Check()
    {
        foreach (var form in bundle.Forms)
        {
            CheckForm(form);
        }
    }

    private void CheckForm(FormDefinition form)
    {
        if (form.Version < 1)
        {
            findings.Add(form, "wrong-value", $"Form '{form.Id}' needs a 'version' from 1, counting up with every change.");
        }

        if (form.Sections.FirstOrDefault()?.Fields.FirstOrDefault() is not { } first || first.Options.All(option => option.Stops != "danger"))
        {
            findings.Add(form, "danger-first", $"Form '{form.Id}' begins with the question about danger: a choice with 'stops: danger'.");
        }

        var earlier = new List<FormField>();
        foreach (var section in form.Sections)
        {
            CheckSection(section);
            CheckCondition(section, section.ShowIf, earlier);
            foreach (var field in section.Fields)
            {
                CheckField(field);
                CheckCondition(field, field.ShowIf, earlier);
                CheckCondition(field, field.Required, earlier);
                earlier.Add(field);
            }
        }
    }

    private void CheckSection(FormSection section)
    {
        if (section.Fields.Count == 0)
        {
            findings.Add(section, "empty-section", $"Section '{section.Id}' has no fields.");
        }

        if (section.Repeat is { } repeat && (repeat.Minimum < 1 || repeat.Maximum < repeat.Minimum))
        {
            findings.Add(repeat, "wrong-value", "'minimum' is at least 1 and not above 'maximum'.");
        }
    }

    private void CheckField(FormField field)
    {
        if (field.Kind is FieldKind.Single or FieldKind.Multi && field.Options.Count < 2)
        {
            findings.Add(field, "field-options", $"'{field.Id}' is a choice: give at least two options.");
        }

        if (field.Kind is FieldKind.Text or FieldKind.LongText or FieldKind.Check && field.Options.Count > 0)
        {
            findings.Add(field, "field-options", $"'{field.Id}' takes no options.");
        }

        if (field.TakesText && field.MaximumLength < 1)
        {
            findings.Add(field, "field-length", $"'{field.Id}' takes text: say how much with 'maximum_length'.");
        }

        if (!field.TakesText && field.Options.Any(option => option.AsksText))
        {
            findings.Add(field, "field-options", $"'{field.Id}' has an option that asks for text: add 'with_text: true'.");
        }

        if (field.Default is { } value && field.Options.All(option => option.Value != value))
        {
            findings.Add(field, "unknown-reference", $"'{field.Id}' has no option '{value}' for its default.");
        }

        if (!Placements.Contains(field.Placement))
        {
            findings.Add(field, "wrong-value", $"'{field.Id}': 'placement' is 'opinion' or 'name', or left out.");
        }

        foreach (var doubled in field.Options.GroupBy(option => option.Value).Where(group => group.Count() > 1))
        {
            findings.Add(doubled.Last(), "duplicate-id", $"'{field.Id}' has the option '{doubled.Key}' twice.");
        }
    }

    private void CheckCondition(object about, FormCondition? condition, IReadOnlyList<FormField> earlier)
    {
        foreach (var test in condition?.All ?? [])
        {
            if (earlier.FirstOrDefault(field => field.Id == test.Field) is not { } field)
            {
                findings.Add(about, "unknown-reference", $"The condition looks at '{test.Field}', which is not an earlier field of this form.");
                continue;
            }

            foreach (var value in test.In.Where(value => field.Options.All(option => option.Value != value)))
            {
                findings.Add(about, "unknown-reference", $"The condition looks for '{value}', which '{field.Id}' does not offer.");
            }
        }
    }
}
