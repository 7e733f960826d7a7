using FieldKit.Domain.Contacts;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Contacts;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactGroupTests
{
    private static readonly Municipality Arnhem = new("arnhem", new("Gemeente Arnhem"), new("meldpunt"), [], []);

    [Fact]
    public void Day_and_night_first_then_each_municipality_then_the_country_then_what_must_be_asked_after()
    {
        var groups = ContactGroup.Of(
            [Card("gap", null, place: "arnhem"), Card("far", "1"), Card("near", "2", place: "arnhem"), Card("other", "3", place: "utrecht"), Card("now", "4", open: true)],
            [Arnhem]);

        Assert.Equal(["now", "near", "other", "far", "gap"], groups.Select(group => group.Cards.Single().Contact.Id));
    }

    [Fact]
    public void A_municipality_is_called_by_its_name_and_by_its_id_when_nobody_knows_it() =>
        Assert.Equal(
            ["Gemeente Arnhem", "utrecht"],
            ContactGroup.Of([Card("near", "2", place: "arnhem"), Card("other", "3", place: "utrecht")], [Arnhem]).Select(group => group.Place!.In("nl")));

    private static ContactCard Card(string id, string? phone, string? place = null, bool open = false) =>
        new(new(id, new(id), new("doel"), null, phone, null, null, open, place, "bevestigd", [], new(2026, 1, 1), new(2027, 1, 1), false, false), new(2026, 11, 20));
}
