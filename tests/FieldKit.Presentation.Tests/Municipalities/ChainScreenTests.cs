using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Municipalities;

namespace FieldKit.Presentation.Tests.Municipalities;

public sealed class ChainScreenTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Unknown_municipality_has_no_road() => Assert.Null(ChainScreen.Open(Bundle(Town()), "elders", Now));

    [Fact]
    public void Content_from_before_chains_shows_a_gap()
    {
        var screen = ChainScreen.Open(Bundle(Town() with { Chain = null }), "stad", Now)!;

        Assert.Empty(screen.Steps);
        Assert.Empty(screen.Doors);
        Assert.Null(screen.Night);
    }

    [Fact]
    public void Doors_are_the_contacts_that_the_road_speaks_of()
    {
        var screen = ChainScreen.Open(
            Bundle(Town(), Contact("door", "stad", "A180"), Contact("other", "stad", "A202"), Contact("elsewhere", "dorp", "A180")), "stad", Now)!;

        Assert.Equal(["door"], screen.Doors.Select(door => door.Contact.Id));
    }

    [Fact]
    public void A_shared_section_makes_no_door() =>
        Assert.Empty(ChainScreen.Open(Bundle(Town(), Contact("section", "stad", "B3")), "stad", Now)!.Doors);

    [Fact]
    public void Who_can_be_reached_at_night_comes_first_and_who_must_be_looked_up_last()
    {
        var screen = ChainScreen.Open(
            Bundle(
                Town(),
                Contact("none", "stad", "A180"),
                Contact("local", "stad", "A180") with { FillInLocally = true },
                Contact("mail", "stad", "A180") with { Mail = "m@example.nl" },
                Contact("always", "stad", "A180") with { Phone = "112", AlwaysOpen = true }),
            "stad",
            Now)!;

        Assert.Equal(["always", "mail", "local", "none"], screen.Doors.Select(door => door.Contact.Id));
        Assert.Equal([true, false, false, false], screen.Doors.Select(door => door.ReachableNow));
    }

    [Fact]
    public void Age_of_a_number_is_counted_in_days_and_never_below_none()
    {
        var screen = ChainScreen.Open(
            Bundle(Town(), Contact("old", "stad", "A180"), Contact("tomorrow", "stad", "A180") with { CheckedOn = Today.AddDays(1) }), "stad", Now)!;

        Assert.Equal([21, 0], screen.Doors.Select(door => door.DaysSinceCheck));
    }

    private static Municipality Town() =>
        new("stad", new("Stad"), new("Meldpunt"), [], ["B3"], [new("deur", new("Deur"), new("Ga erheen"), null, null, new("Niet bekend"), null, ["A180", "B3"])]);

    private static Contact Contact(string id, string municipality, string fact) => new(
        id, new(id), new(id), null, null, null, null, false, municipality, "bevestigd", [], new(2026, 11, 1), new(2027, 1, 1), false, false, Facts: [fact]);

    private static ContentBundle Bundle(Municipality town, params Contact[] contacts) => new(Today, [], [], contacts, [], [town]);
}
