using FieldKit.Domain.Contacts;
using FieldKit.Presentation.Contacts;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Contacts;

public sealed class ContactScreenTests
{
    private readonly ManualTimeProvider time = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly ContactScreen screen;

    public ContactScreenTests() => screen = Screen(
        Contact("later", "Steunpunt", "advies over extremisme", "088-2080080", status: "oud"),
        Contact("always", "Veilig Thuis", "onveilig thuis", "0800-2000") with { AlwaysOpen = true, Situations = ["thuis"] },
        Contact("now", "112", "gevaar", "112") with { AlwaysOpen = true, Emergency = true });

    [Fact]
    public void Emergency_stands_apart_and_is_never_filtered_away()
    {
        (screen.Filter, screen.Situation, screen.OpenNow) = ("niets hiervan", "school", true);

        Assert.Equal(["now"], Ids(screen.Emergency));
        Assert.Empty(screen.Found);
    }

    [Fact]
    public void An_emergency_number_stands_once_by_the_name_that_it_has_here()
    {
        var both = Screen(
            Contact("country", "Veilig Thuis", "x", "0800-2000") with { Emergency = true },
            Contact("town", "Veilig Thuis Stad", "x", "0800 2000") with { Emergency = true, Municipality = "stad" },
            Contact("now", "112", "x", "112") with { Emergency = true });
        Assert.Equal(["country", "now"], Ids(both.Emergency));

        both.Municipality = "stad";
        Assert.Equal(["town", "now"], Ids(both.Emergency));

        both.Municipality = "dorp";
        Assert.Equal(["country", "now"], Ids(both.Emergency));
    }

    [Fact]
    public void Who_answers_now_comes_first_and_who_is_closed_after_who_may_answer()
    {
        var hours = new OpeningHours([new([DayOfWeek.Friday], new(9, 0), new(16, 0))], HolidayRule.Closed);
        var all = Screen(
            Contact("closed", "a", "x", "1") with { Opening = hours with { Times = [new([DayOfWeek.Monday], new(9, 0), new(16, 0))] } },
            Contact("unknown", "b", "x", "2"),
            Contact("perhaps", "c", "x", "3", status: "oud") with { Opening = hours },
            Contact("open", "d", "x", "4") with { Opening = hours });

        Assert.Equal(["open", "perhaps", "unknown", "closed"], Ids(all.Found));

        all.OpenNow = true;
        Assert.Equal(["open", "perhaps"], Ids(all.Found));

        // 16:00 in the Netherlands: the page stands, and the clock goes on.
        time.Advance(TimeSpan.FromHours(3));
        Assert.Empty(all.Found);
    }

    [Theory]
    [InlineData("thuis", "always")]
    [InlineData("EXTREMISME advies", "later")]
    [InlineData("08002000", "always")]
    public void Filter_finds_by_name_subject_and_number(string filter, string id)
    {
        screen.Filter = filter;

        Assert.Equal([id], Ids(screen.Found));
    }

    [Fact]
    public void A_situation_leaves_who_is_for_it()
    {
        screen.Situation = "thuis";

        Assert.Equal(["always"], Ids(screen.Found));
        Assert.True(screen.IsFiltered);
    }

    [Fact]
    public void A_situation_that_does_not_exist_filters_nothing()
    {
        screen.Situation = "<script>";

        Assert.Null(screen.Situation);
        Assert.Equal(2, screen.Found.Count);
    }

    [Fact]
    public void Only_situations_that_lead_to_somebody_here_are_offered()
    {
        var all = Screen(Contact("a", "a", "x", "1") with { Situations = ["thuis"] }, Contact("b", "b", "x", "2") with { Situations = ["school"], Municipality = "dorp" });
        Assert.Equal(["thuis", "school"], all.Offered);

        all.Municipality = "stad";
        Assert.Equal(["thuis"], all.Offered);
    }

    [Fact]
    public void Other_municipalities_stand_apart_once_the_device_knows_its_own()
    {
        var local = Screen(Contact("here", "Hier", "x", "1") with { Municipality = "utrecht" }, Contact("there", "Daar", "x", "2") with { Municipality = "arnhem" });
        Assert.Equal(["here", "there"], Ids(local.Found));

        local.Municipality = "utrecht";

        Assert.Equal(["here"], Ids(local.Found));
        Assert.Equal(["there"], Ids(local.Elsewhere));
    }

    [Theory]
    [InlineData(null, false, "/bellen")]
    [InlineData("thuis", false, "/bellen?situatie=thuis")]
    [InlineData("thuis", true, "/bellen?situatie=thuis&nu=open")]
    [InlineData(null, true, "/bellen?nu=open")]
    public void What_is_chosen_stands_in_the_address(string? situation, bool openNow, string address) =>
        Assert.Equal(address, CallAddresses.Page(situation, openNow));

    private ContactScreen Screen(params Contact[] contacts) => new(contacts, new(new RememberedPreferences()), time);

    private static IEnumerable<string> Ids(IEnumerable<ContactCard> cards) => cards.Select(card => card.Contact.Id);

    private static Contact Contact(string id, string name, string purpose, string phone, string status = "bevestigd") =>
        new(id, new(name), new(purpose), null, phone, null, null, false, null, status, [], new(2026, 1, 1), new(2027, 1, 1), false, false);
}
