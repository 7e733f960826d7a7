using System.Text;
using FieldKit.Domain;
using FieldKit.Domain.Cases;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Guides;
using FieldKit.Presentation.Cases;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Search;

/// <summary>What can be opened: a chart, guide, contact or case.</summary>
/// <param name="Kind">"chart", "guide", "contact" or "case".</param>
/// <param name="Places">The item itself first, then its steps or parts.</param>
public sealed record SearchItem(string Kind, string Title, string Address, IReadOnlyList<SearchPlace> Places);

/// <summary>Something to read, in plain text.</summary>
/// <param name="Heading">Of the step or part; of the item itself, its title.</param>
public sealed record SearchPlace(string Heading, string Address, string Text);

/// <summary>Everything that can be looked up, in one language.</summary>
public static class SearchPlaces
{
    public static IEnumerable<SearchItem> In(ContentBundle bundle, string language) =>
    [
        .. bundle.Guides.Select(guide => Of(guide, language)),
        .. bundle.Flowcharts.Select(chart => Of(chart, language)),
        .. bundle.Contacts.Select(contact => Of(contact, language)),
        .. bundle.Cases.Select(practice => Of(practice, language)),
    ];

    private static SearchItem Of(Guide guide, string language)
    {
        var (title, address) = (guide.Title.In(language), $"/gesprek/{guide.Id}");
        var screen = new GuideScreen(guide, null);
        return new("guide", title, address,
        [
            new(title, address, $"{guide.Purpose.In(language)} {guide.Audience.In(language)}"),
            .. guide.Parts.Select(part => new SearchPlace(part.Title.In(language), screen.AddressOf(part), PlainText(part.Html.In(language)))),
        ]);
    }

    // A step leads to its chart's start: a walk is never one that nobody walked.
    private static SearchItem Of(Flowchart chart, string language)
    {
        var (title, address) = (chart.Title.In(language), $"/route/{chart.Id}");
        return new("chart", title, address,
        [
            new(title, address, chart.Purpose.In(language)),
            .. chart.Steps.Select(step => new SearchPlace(step.Title.In(language), address, TextOf(step, language))),
        ]);
    }

    private static string TextOf(FlowStep step, string language) =>
        string.Join(" ", step.Choices.Select(choice => choice.Label.In(language) + ".").Prepend(step.Explanation?.In(language)).OfType<string>());

    private static SearchItem Of(Contact contact, string language)
    {
        var (title, address) = (contact.Name.In(language), $"/bellen/{contact.Id}");
        string?[] told =
        [
            contact.Purpose.In(language), contact.Phone, contact.Phone?.Replace("-", "", StringComparison.Ordinal), contact.Mail, contact.Municipality,
            contact.Note?.In(language),
        ];
        return new("contact", title, address, [new(title, address, string.Join(" · ", told.OfType<string>()))]);
    }

    // Told about the first of its people: the others are in the same story.
    private static SearchItem Of(PracticeCase whole, string language)
    {
        var practice = whole.ToldWith(0);
        var (title, address) = (practice.Title.In(language), PracticeScreen.AddressOf(practice));
        return new("case", title, address,
        [
            new(title, address, $"{practice.Purpose.In(language)} {practice.Audience.In(language)}"),
            new(title, address, practice.Story.In(language)),
            .. practice.Questions.Select(question => new SearchPlace(
                question.Text.In(language), address, string.Join(" ", question.Options.Select(option => option.Label.In(language))))),
        ]);
    }

    /// <summary>What the content's own renderer wrote, without its tags; it escapes these four signs and no others.</summary>
    public static string PlainText(string html)
    {
        var plain = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] == '<' && html.IndexOf('>', at) is > 0 and var end)
            {
                at = end;
                AddSpace(plain);
            }
            else if (char.IsWhiteSpace(html[at]))
            {
                AddSpace(plain);
            }
            else
            {
                plain.Append(html[at]);
            }
        }

        return plain
            .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&#39;", "'").Replace("&amp;", "&")
            .ToString().Trim();
    }

    private static void AddSpace(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }
}
