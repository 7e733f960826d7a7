using System.Globalization;
using FieldKit.Content.Reading;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FieldKit.Content.Guides;

/// <summary>
/// The body of a guide: containers such as <c>::: step {#ronde minutes=10}</c>, each with one heading as its title.
/// No raw HTML, no pictures, links only outside by https, tel and mailto, or inside by
/// <c>guide:G02</c> and <c>contact:T01</c>, which become addresses of the field app.
/// </summary>
internal sealed class GuideMarkdown(string file, int linesBefore, ICollection<GuideLink> links, Findings findings)
{
    /// <summary>Characters: ten times the longest guide. Keeps text that was made to be slow from being slow.</summary>
    private const int Longest = 100_000;

    private static readonly string[] Kinds = ["first", "step", "question", "avoid", "aftercare", "stop"];
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseCustomContainers().UsePreciseSourceLocation().Build();

    public IReadOnlyList<GuideTextPart> Read(string body)
    {
        if (body.Length > Longest)
        {
            findings.Add(file, 1, "too-long", $"A guide has at most {Longest} characters. Divide it over two guides.");
            return [];
        }

        try
        {
            return ReadParts(Markdown.Parse(body, Pipeline));
        }
        catch (ArgumentException failure)
        {
            // How Markdig refuses, while reading or writing, what stands too deep in each other.
            findings.Add(file, linesBefore + 1, "markdown", $"This is not readable Markdown: {failure.Message}");
            return [];
        }
    }

    private List<GuideTextPart> ReadParts(MarkdownDocument document)
    {
        var parts = new List<GuideTextPart>();
        foreach (var block in document)
        {
            if (block is CustomContainer container)
            {
                parts.Add(ReadPart(container));
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                findings.Add(file, Line(block), "guide-part", "Text stands inside a part: '::: step {#id}' … ':::'.");
            }
        }

        return parts;
    }

    private GuideTextPart ReadPart(CustomContainer container)
    {
        var line = Line(container);
        var kind = container.Info ?? "";
        if (!Kinds.Contains(kind))
        {
            findings.Add(file, line, "guide-part", $"'{kind}' is not a kind of part. Use one of: {string.Join(", ", Kinds)}.");
        }

        var settings = PartSettings.Read(container.Arguments ?? "", problem => findings.Add(file, line, "guide-part", problem));
        var title = "?";
        if (container.FirstOrDefault() is HeadingBlock heading)
        {
            title = heading.Inline is null ? "?" : string.Concat(heading.Inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
            container.Remove(heading);
        }
        else
        {
            findings.Add(file, line, "guide-part", "A part begins with a heading: its title ('## …').");
        }

        CheckSafe(container);
        var html = Render(container);
        if (html.Length == 0 || string.IsNullOrWhiteSpace(title))
        {
            findings.Add(file, line, "guide-part", "A part has a title and something below it. Write it, or take the part out.");
        }

        return new(settings, kind, OrUnknown(title), OrUnknown(html), line);
    }

    /// <summary>Something to go on with, once the gap is noted.</summary>
    private static string OrUnknown(string text) => string.IsNullOrWhiteSpace(text) ? "?" : text;

    private void CheckSafe(CustomContainer container)
    {
        foreach (var item in container.Descendants())
        {
            switch (item)
            {
                case HtmlBlock or HtmlInline:
                    findings.Add(file, Line(item), "no-html", "Guides hold no HTML. Write it in Markdown.");
                    break;
                case CustomContainer:
                    findings.Add(file, Line(item), "guide-part", "A part cannot stand inside another part. Close the first with ':::'.");
                    break;
                case LinkInline { IsImage: true }:
                    findings.Add(file, Line(item), "no-picture", "Guides hold no pictures.");
                    break;
                case LinkInline link:
                    ReadLink(link);
                    break;
                case AutolinkInline link:
                    findings.Add(file, Line(link), "link", "Give a link a name: [name](https://…).");
                    break;
            }
        }
    }

    private void ReadLink(LinkInline link)
    {
        var url = link.Url ?? "";
        if (url.Split(':') is ["guide" or "contact", var id] parts)
        {
            links.Add(new(file, Line(link), parts[0], id));
            link.Url = parts[0] == "guide" ? $"gesprek/{Uri.EscapeDataString(id)}" : $"bellen#{Uri.EscapeDataString(id)}";
        }
        else if (url.StartsWith("https://", StringComparison.Ordinal))
        {
            // The outside page does not learn where the reader came from.
            link.GetAttributes().AddProperty("rel", "noopener noreferrer");
        }
        else if (url.Split(':') is ["tel" or "mailto", var reach] kind)
        {
            links.Add(new(file, Line(link), kind[0], reach));
        }
        else
        {
            findings.Add(file, Line(link), "link", $"'{url}' is not a link that a guide may hold. Use https:, tel:, mailto:, guide:G01 or contact:T01.");
        }
    }

    private static string Render(CustomContainer container)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = true, EnableHtmlForInline = true, EnableHtmlEscape = true };
        Pipeline.Setup(renderer);
        foreach (var raw in container.Descendants<HtmlBlock>().ToList())
        {
            raw.Parent!.Remove(raw);
        }

        foreach (var raw in container.Descendants<HtmlInline>().ToList())
        {
            raw.Remove();
        }

        renderer.WriteChildren(container);
        return writer.ToString().Trim();
    }

    private int Line(MarkdownObject item) => item.Line + 1 + linesBefore;
}
