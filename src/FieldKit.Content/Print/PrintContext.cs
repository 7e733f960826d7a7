using System.Globalization;
using System.Net;
using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Print;

/// <summary>What every sheet needs: the language, the place, and whom to call.</summary>
internal sealed class PrintContext(ContentBundle bundle, Municipality? municipality, string language, IReadOnlyDictionary<string, LocalText>? sourceTitles = null)
{
    public PrintWords Words { get; } = PrintWords.In(language);

    /// <summary>By id; what the reader of a sheet can look up.</summary>
    public IReadOnlyDictionary<string, LocalText> SourceTitles { get; } = sourceTitles ?? new Dictionary<string, LocalText>();

    public string Language => Words.Language;

    public string BuiltOn => Day(bundle.BuiltOn);

    /// <summary>The text, safe to stand in HTML or SVG.</summary>
    public string this[LocalText text] => Escape(text.In(Language));

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Day(DateOnly day) => day.ToString("d-M-yyyy", CultureInfo.InvariantCulture);

    /// <param name="own">Id of the municipality that the item itself is for, or null.</param>
    public string PlaceOf(string? own)
    {
        var place = own is null ? municipality : bundle.Municipalities.FirstOrDefault(known => known.Id == own);
        return place is null ? Words.Everywhere : this[place.Name];
    }

    public IEnumerable<Contact> Contacts(IEnumerable<string> ids) =>
        from id in ids
        from contact in bundle.Contacts
        where contact.Id == id && (municipality is null || contact.Municipality is null || contact.Municipality == municipality.Id)
        select contact;

    public string GuideTitle(string id) => bundle.Guides.FirstOrDefault(guide => guide.Id == id) is { } guide ? this[guide.Title] : id;

    /// <summary>Name and how to reach them; a gap is said, as everywhere.</summary>
    public string Line(Contact contact)
    {
        var reach = string.Join(" · ", new[] { contact.Phone, contact.Mail }.OfType<string>());
        return reach == contact.Name.In(Language) ? reach : $"{contact.Name.In(Language)}: {(reach.Length > 0 ? reach : contact.FillInLocally ? "........................" : Words.NoNumber)}";
    }

    /// <summary>The line as HTML; a number is never cut at its hyphen.</summary>
    public string Reach(Contact contact) => contact.Phone is { } phone
        ? Escape(Line(contact)).Replace(Escape(phone), $"<span class=\"tel\">{Escape(phone)}</span>", StringComparison.Ordinal)
        : Escape(Line(contact));

    public string Card(Contact contact) =>
        $"<p class=\"contact\"><strong>{Reach(contact)}</strong>"
        + $"{(contact.Hours is { } hours ? $"<br>{this[hours]}" : "")}<br>{this[contact.Purpose]}"
        + $"<br><small>{Words.CheckedOn} {Day(contact.CheckedOn)}{(contact.IsOutdated(bundle.BuiltOn) ? $" · {Words.Outdated}" : "")}</small></p>";
}
