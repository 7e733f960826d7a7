using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Flowcharts;

/// <summary>
/// An outcome as plain text for a message: what to do, whom to call, how one came there, and how old it is. It names the
/// answers that were tapped and nothing that anybody wrote.
/// </summary>
public static class SharedOutcome
{
    public static string Text(FlowchartScreen screen, Texts texts) => string.Join(
        "\n\n",
        new[]
        {
            Lines([texts[screen.Step.Title], screen.Step.Explanation is { } explanation ? texts[explanation] : null]),
            Part(texts["route.text.call"], screen.Contacts.Select(contact => $"- {Reach(contact, texts)}")),
            Part(texts["route.text.read"], screen.Guides.Select(guide => $"- {texts[guide.Title]} ({guide.Id})")),
            Part(texts["route.text.path"], screen.Path(texts.Language).Select((step, index) => $"{index + 1}. {step.Question} {step.Answer}")),
            texts["route.text.foot", texts[screen.Chart.Title], texts.Date(screen.Chart.Updated)],
        }.Where(part => part.Length > 0));

    private static string Part(string title, IEnumerable<string> lines) =>
        lines.ToList() is { Count: > 0 } rows ? Lines([title.ToUpperInvariant(), .. rows]) : "";

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>());

    private static string Reach(Contact contact, Texts texts)
    {
        string?[] ways = [contact.Phone, contact.Mail, contact.Site];
        var known = string.Join(", ", ways.OfType<string>());
        var always = contact.AlwaysOpen ? $", {texts["route.text.always"]}" : "";
        return contact.FillInLocally && known.Length == 0
            ? $"{texts[contact.Name]}: {texts["call.local"]}"
            : $"{texts[contact.Name]}: {(known.Length > 0 ? known : texts["route.text.unknown"])}{always} ({texts["route.text.checked", texts.Date(contact.CheckedOn)]})";
    }
}
