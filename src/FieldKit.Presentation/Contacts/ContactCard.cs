using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>A contact as shown: what can be tapped, and every doubt in the open (facts.md E3.9, F4).</summary>
public sealed class ContactCard(Contact contact, DateOnly today)
{
    /// <summary>Unconfirmed by anything but an older document.</summary>
    private static readonly string[] OldSource = ["oud", "alleen-bron"];

    public Contact Contact { get; } = contact;

    /// <summary>"tel:" with digits only, or null without a number.</summary>
    public string? Call => Contact.Phone is { } phone && phone.Any(char.IsAsciiDigit)
        ? "tel:" + string.Concat(phone.Where((letter, index) => char.IsAsciiDigit(letter) || letter == '+' && index == 0))
        : null;

    public string? Write => Contact.Mail is { } mail ? "mailto:" + mail : null;

    public bool Outdated => Contact.IsOutdated(today);

    public bool FromOldSource => OldSource.Contains(Contact.Status);

    public bool Unconfirmed => Contact.Status == "niet-bevestigd";

    /// <summary>Nothing to call or write to, and nobody to fill it in: said openly.</summary>
    public bool NoWayKnown => Contact is { Phone: null, Mail: null, FillInLocally: false };

    /// <summary>True only where the content says so: open day and night. Otherwise it is not known; hours are never guessed.</summary>
    public bool ReachableNow => Contact.AlwaysOpen && Contact.Phone is not null;

    /// <summary>Since somebody looked whether this entry still holds; never below 0, whatever the device's clock says.</summary>
    public int DaysSinceCheck => Math.Max(0, today.DayNumber - Contact.CheckedOn.DayNumber);

    public bool HoursUnknown => !Contact.AlwaysOpen && Contact.Hours is null && Contact.Phone is not null;
}
