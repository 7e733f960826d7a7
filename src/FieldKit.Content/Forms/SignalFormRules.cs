using FieldKit.Content.Reading;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;

namespace FieldKit.Content.Forms;

/// <summary>The signal form has what the app knows of it (<see cref="SignalForm"/>), and keeps the promises of facts.md G whatever else changes.</summary>
internal sealed class SignalFormRules(ContentBundle bundle, Findings findings)
{
    private static readonly string[] Modes = [SignalForm.Advice, SignalForm.Named, SignalForm.Note];

    private static readonly string[] Known =
    [
        SignalForm.Danger, SignalForm.Mode, SignalForm.City, SignalForm.Role, SignalForm.When, SignalForm.What, SignalForm.Quote,
        SignalForm.Change, SignalForm.Online, SignalForm.Approached, SignalForm.Against,
    ];

    public void Check()
    {
        foreach (var form in bundle.Forms.Where(form => form.Id == SignalForm.Id))
        {
            var fields = form.Sections.SelectMany(section => section.Fields).ToDictionary(field => field.Id);
            foreach (var missing in Known.Where(id => !fields.ContainsKey(id)))
            {
                findings.Add(form, "signal-form", $"The app needs the question '{missing}' of the signal form.");
            }

            CheckMode(form, fields.GetValueOrDefault(SignalForm.Mode));
            CheckAlwaysAsked(fields, SignalForm.When, SignalForm.What, SignalForm.Against);
            foreach (var name in fields.Values.Where(field => field.Placement == "name" && !IsForNamed(field)))
            {
                findings.Add(name, "signal-form", $"'{name.Id}' can be reached without a name: show it only if '{SignalForm.Mode}' is '{SignalForm.Named}'.");
            }
        }
    }

    private void CheckMode(FormDefinition form, FormField? mode)
    {
        if (mode is not null && (mode.Default != SignalForm.Advice || !mode.Options.Select(option => option.Value).SequenceEqual(Modes)))
        {
            findings.Add(form, "signal-form", $"'{SignalForm.Mode}' offers {string.Join(", ", Modes)}, and '{SignalForm.Advice}' is its default.");
        }
    }

    private void CheckAlwaysAsked(Dictionary<string, FormField> fields, params string[] ids)
    {
        foreach (var field in ids.Select(fields.GetValueOrDefault).OfType<FormField>().Where(field => field.Required is not { All.Count: 0 } || field.ShowIf is not null))
        {
            findings.Add(field, "signal-form", $"'{field.Id}' is always asked: a dated fact, and what points the other way.");
        }
    }

    private static bool IsForNamed(FormField field) =>
        field.ShowIf?.All.Any(test => test.Field == SignalForm.Mode && test.In.SequenceEqual([SignalForm.Named])) == true;
}
