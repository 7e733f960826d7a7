using FieldKit.Domain.Contacts;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactGroupTests
{
    private static readonly Municipality Arnhem = new("arnhem", new("Gemeente Arnhem"), new("meldpunt"), [], []);

    [Theory]
    [InlineData(null, "now far near other gap")]
    [InlineData("arnhem", "near now far other gap")]
    public void Ones_own_municipality_comes_first_and_what_must_be_asked_after_last(string? own, string ids)
    {
        var groups = ContactGroup.Of(
            [Card("gap", null, place: "arnhem"), Card("far", "1"), Card("near", "2", place: "arnhem"), Card("other", "3", place: "utrecht"), Card("now", "4", open: true)],
            [Arnhem],
            own);

        Assert.Equal(ids, string.Join(' ', groups.Select(group => group.Cards.Single().Contact.Id)));
    }

    [Fact]
    public void A_municipality_is_called_by_its_name_and_by_its_id_when_nobody_knows_it() =>
        Assert.Equal(
            ["Gemeente Arnhem", "utrecht"],
            ContactGroup.Of([Card("near", "2", place: "arnhem"), Card("other", "3", place: "utrecht")], [Arnhem], null).Select(group => group.Place!.In("nl")));

    private static ContactCard Card(string id, string? phone, string? place = null, bool open = false) =>
        new(new(id, new(id), new("doel"), null, phone, null, null, open, place, "bevestigd", [], new(2026, 1, 1), new(2027, 1, 1), false, false), new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
}
