using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0800-2000", "tel:08002000")]
    [InlineData("+31 30 2856616", "tel:+31302856616")]
    [InlineData("112", "tel:112")]
    [InlineData(" +31 6 12", "tel:+31612")]
    [InlineData("alleen een rol", null)]
    [InlineData(null, null)]
    public void Number_is_tappable_when_it_has_digits(string? phone, string? call) => Assert.Equal(call, Card(phone).Call);

    [Fact]
    public void Past_its_expiry_date_is_outdated()
    {
        Assert.False(Card("1", expires: Today).Outdated);
        Assert.True(Card("1", expires: Today.AddDays(-1)).Outdated);
    }

    [Fact]
    public void Emergency_number_does_not_expire() => Assert.False(Card("112", expires: Today.AddDays(-1), emergency: true).Outdated);

    [Fact]
    public void Unknown_number_is_said_openly()
    {
        Assert.True(Card(null).NoWayKnown);
        Assert.False(Card(null, fillIn: true).NoWayKnown);
        Assert.False(Card("1").NoWayKnown);
    }

    [Fact]
    public void Unknown_hours_are_said_only_beside_a_number()
    {
        Assert.True(Card("1").HoursUnknown);
        Assert.False(Card(null).HoursUnknown);
    }

    [Fact]
    public void The_day_is_the_Dutch_one()
    {
        var contact = Card("1", expires: Today).Contact;

        Assert.False(new ContactCard(contact, new(2026, 11, 20, 22, 59, 0, TimeSpan.Zero)).Outdated);
        Assert.True(new ContactCard(contact, new(2026, 11, 20, 23, 0, 0, TimeSpan.Zero)).Outdated);
    }

    [Theory]
    [InlineData("bevestigd", true)]
    [InlineData("oud", false)]
    [InlineData("alleen-bron", false)]
    [InlineData("niet-bevestigd", false)]
    public void Reachable_now_is_said_only_of_what_is_confirmed(string status, bool reachable) =>
        Assert.Equal(reachable, new ContactCard(Card("1", status: status).Contact with { AlwaysOpen = true }, Now).ReachableNow);

    [Fact]
    public void Hours_past_their_date_are_not_certain() =>
        Assert.False(new ContactCard(Card("1", expires: Today.AddDays(-1)).Contact with { AlwaysOpen = true }, Now).ReachableNow);

    [Theory]
    [InlineData("oud", true, false)]
    [InlineData("alleen-bron", true, false)]
    [InlineData("niet-bevestigd", false, true)]
    [InlineData("bevestigd", false, false)]
    public void Doubt_about_the_source_is_shown(string status, bool old, bool unconfirmed)
    {
        var card = Card("1", status: status);

        Assert.Equal((old, unconfirmed), (card.FromOldSource, card.Unconfirmed));
    }

    private static ContactCard Card(
        string? phone, DateOnly? expires = null, bool emergency = false, bool fillIn = false, string status = "bevestigd") =>
        new(new("T", new("naam"), new("doel"), null, phone, null, null, false, null, status, [], Today, expires ?? Today, emergency, fillIn), Now);
}
