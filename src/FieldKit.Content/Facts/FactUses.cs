using FieldKit.Domain;

namespace FieldKit.Content.Facts;

/// <summary>Everything in a bundle that rests on facts, and says on which.</summary>
internal static class FactUses
{
    public static IEnumerable<FactUse> In(ContentBundle bundle) =>
    [
        .. bundle.Flowcharts.SelectMany(chart => Enumerable.Concat(
            [new FactUse(chart, chart.Id, chart.Facts)],
            chart.Steps.Select(step => new FactUse(step, $"{chart.Id} {step.Id}", step.Facts)))),
        .. bundle.Guides.SelectMany(guide => Enumerable.Concat(
            [new FactUse(guide, guide.Id, guide.Facts)],
            guide.Parts.Select(part => new FactUse(part, $"{guide.Id} {part.Id}", part.Facts ?? [])))),
        .. bundle.Municipalities.SelectMany(municipality =>
            new[] { new FactUse(municipality, municipality.Id, municipality.Facts) }
            .Concat(municipality.Stages.Select(stage => new FactUse(stage, $"{municipality.Id} {stage.Id}", stage.Facts ?? [])))
            .Concat((municipality.Chain ?? []).Select(step => new FactUse(step, $"{municipality.Id} {step.Id}", step.Facts)))
            .Concat(municipality.Afterwards is { } after ? [new FactUse(after, $"{municipality.Id} afterwards", after.Facts)] : [])
            .Concat(municipality.Device is { } device ? [new FactUse(device, $"{municipality.Id} device", device.Facts ?? [])] : [])),
        .. bundle.Contacts.Select(contact => new FactUse(contact, contact.Id, [.. contact.Sources, .. contact.Facts ?? []])),
        .. bundle.Cases.SelectMany(practiceCase => Enumerable.Concat(
            [new FactUse(practiceCase, practiceCase.Id, practiceCase.Facts)],
            practiceCase.Questions.Select(question => new FactUse(question, $"{practiceCase.Id} {question.Id}", question.Facts)))),
        .. bundle.Starts.Select(start => new FactUse(start, start.Id, start.Facts)),
        .. bundle.Advice.Select(advice => new FactUse(advice, advice.Id, advice.Facts)),
        .. bundle.WritingHelp.Select(aid => new FactUse(aid, $"writing-help {aid.Language}", aid.Facts)),
        .. bundle.Forms.SelectMany(form => Enumerable.Concat(
            [new FactUse(form, form.Id, form.Facts ?? [])],
            form.Sections.SelectMany(section => section.Fields).Select(field => new FactUse(field, $"{form.Id} {field.Id}", field.Facts ?? [])))),
    ];
}

/// <param name="Made">What rests on the facts, as it was compiled.</param>
/// <param name="Item">As a coverage report names it: "F02 gevaar".</param>
internal sealed record FactUse(object Made, string Item, IReadOnlyList<string> Facts);
