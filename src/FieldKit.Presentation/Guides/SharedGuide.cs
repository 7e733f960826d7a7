using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Guides;

/// <summary>A guide as plain text, for a message or a mail. Content only: nothing that a person wrote or chose.</summary>
public static class SharedGuide
{
    public static string Text(Guide guide, Texts texts) => string.Join(
        "\n\n",
        guide.Parts.Select(part => Part(part, texts))
            .Prepend($"{texts[guide.Title]}\n{texts[guide.Purpose]}")
            .Append(texts["talk.share.foot", texts.Date(guide.Updated)]));

    private static string Part(GuidePart part, Texts texts)
    {
        var minutes = part.Minutes is { } planned ? $" ({texts["talk.minutes.about", planned]})" : "";
        return $"{texts[part.Title].ToUpper(texts.Culture)}{minutes}\n{PartHtml.Plain(texts[part.Html])}";
    }
}
