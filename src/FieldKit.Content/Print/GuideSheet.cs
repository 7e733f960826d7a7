using System.Text;
using System.Text.RegularExpressions;
using FieldKit.Domain.Guides;

namespace FieldKit.Content.Print;

/// <summary>A guide as read from top to bottom, with the people to call at its end.</summary>
internal static partial class GuideSheet
{
    public static PrintedSheet Make(Guide guide, PrintContext print)
    {
        var body = new StringBuilder();
        foreach (var part in guide.Parts)
        {
            var minutes = part.Minutes is { } count ? $" · {count} {print.Words.Minutes}" : "";
            body.Append($"<section class=\"{part.Kind}\"><h2><span class=\"kind\">{print.Words.Kinds[part.Kind]}{minutes}</span><br>{print[part.Title]}</h2>")
                .Append(OnPaper(part.Html.In(print.Language), print))
                .Append("</section>\n");
        }

        if (print.Contacts(guide.Contacts).ToList() is { Count: > 0 } contacts)
        {
            body.Append($"<h2>{print.Words.Call}</h2><div class=\"contacts\">").AppendJoin("", contacts.Select(print.Card)).Append("</div>");
        }

        var html = PrintPage.Make(
            print, guide.Id, print[guide.Title], print[guide.Purpose], print.PlaceOf(null), guide.Facts, guide.Updated, body.ToString());
        return new(guide.Id, html, IsPoster: false);
    }

    /// <summary>Nobody can tap paper: a link to a contact becomes its number, one to a website its address, one to a guide its id.</summary>
    private static string OnPaper(string html, PrintContext print) => Link().Replace(html, link =>
    {
        var (address, text) = (link.Groups["address"].Value, link.Groups["text"].Value);
        var contact = address.StartsWith("bellen#", StringComparison.Ordinal) ? print.Contacts([address["bellen#".Length..]]).FirstOrDefault() : null;
        var behind = contact?.Phone
            ?? (address.StartsWith("https:", StringComparison.Ordinal) ? address : null)
            ?? (address.StartsWith("gesprek/", StringComparison.Ordinal) ? address["gesprek/".Length..] : null);
        return behind is null || text.Contains(behind, StringComparison.Ordinal) ? text : $"<span class=\"link\">{text}</span> ({behind})";
    });

    [GeneratedRegex("<a href=\"(?<address>[^\"]*)\">(?<text>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();
}
