using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("0800-2000", "tel:08002000")]
    [InlineData("+31 30 2856616", "tel:+31302856616")]
    [InlineData("112", "tel:112")]
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
        new(new("T", new("naam"), new("doel"), null, phone, null, null, false, null, status, [], Today, expires ?? Today, emergency, fillIn), Today);
}
