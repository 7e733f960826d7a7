using FieldKit.Domain.Contacts;

namespace FieldKit.Presentation.Contacts;

/// <summary>A contact as shown at one moment: what can be tapped, whether somebody answers, and every doubt in the open (facts.md E3.9, F4).</summary>
public sealed class ContactCard(Contact contact, DateTimeOffset now)
{
    /// <summary>Unconfirmed by anything but an older document.</summary>
    private static readonly string[] OldSource = ["oud", "alleen-bron"];

    private readonly DateOnly today = DutchClock.DayOf(now);

    public Contact Contact { get; } = contact;

    /// <summary>"tel:" with digits only, or null without a number.</summary>
    public string? Call => Contact.Phone is { } phone && phone.Any(char.IsAsciiDigit) ? CallAddress.Of(phone) : null;

    public string? Write => Contact.Mail is { } mail ? "mailto:" + mail : null;

    public bool Outdated => Contact.IsOutdated(today);

    public bool FromOldSource => OldSource.Contains(Contact.Status);

    public bool Unconfirmed => Contact.Status == "niet-bevestigd";

    /// <summary>Nothing to call or write to, and nobody to fill it in: said openly.</summary>
    public bool NoWayKnown => Contact is { Phone: null, Mail: null, FillInLocally: false };

    public OpeningState State { get; } = contact.At(now);

    /// <summary>False: the hours come from an old source, or their check is overdue; then nothing about now is said without that doubt.</summary>
    public bool HoursAreSure => !Outdated && !FromOldSource && !Unconfirmed;

    /// <summary>Open, and sure of it.</summary>
    public bool ReachableNow => State.Now == Openness.Open && HoursAreSure;

    /// <summary>Since somebody looked whether this entry still holds; never below 0, whatever the device's clock says.</summary>
    public int DaysSinceCheck => Math.Max(0, today.DayNumber - Contact.CheckedOn.DayNumber);

    public bool HoursUnknown => Contact is { AlwaysOpen: false, Hours: null, Phone: not null };
}
