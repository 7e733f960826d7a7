using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Stories;

/// <summary>Checking the right door, at night and by day, without a connection.</summary>
public sealed class WijkboaTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string SundayNight = "2026-11-22T22:30:00Z";
    private const string TuesdayAtTen = "2026-11-24T09:00:00Z";
    private const string ChristmasDayAtNoon = "2026-12-25T11:00:00Z";

    [Fact]
    public async Task The_right_door_is_seen_as_a_picture_and_a_list_with_who_decides_and_who_is_there_now()
    {
        var boa = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await boa.SettleInAsync("utrecht", "boa");
        await Profile.CloseAsync();
        boa = new(await Profile.OpenAsync(offline: true), Site.Address);
        await boa.Page.Clock.SetFixedTimeAsync(SundayNight);
        await boa.OpenAsync();

        await PickSituationAsync(boa);
        await SeeTheRoadAsync(boa);
        await SeeTheDoorsAtNightAsync(boa);
        await SeeWhoIsOpenAsync(boa);
        Assert.All(Profile.ConsoleErrors, text => Assert.Contains("ERR_INTERNET_DISCONNECTED", text, StringComparison.Ordinal));
    }

    /// <summary>What was seen in the street, in the own city: the whole of its route, as a picture and as a list.</summary>
    private static async Task PickSituationAsync(FieldWorker boa)
    {
        await boa.Page.Locator(".fk-nav a[href='/route']").ClickAsync();
        await Expect(boa.Test("place-utrecht")).ToHaveAttributeAsync("aria-current", "true");
        await boa.Test("map-F04").ClickAsync();
        await Expect(boa.Test("map")).ToHaveAttributeAsync("data-laid", "true");
        await Expect(boa.Test("map").Locator("[data-box=signaal]")).ToContainTextAsync("Verwijs warm door naar de gemeente");
        await boa.Test("map-turn").ClickAsync();
        await Expect(boa.Test("map-list")).ToContainTextAsync("Verwijs warm door naar de gemeente");
        await boa.Page.Locator(".fk-nav a[href='/route']").ClickAsync();
    }

    private static async Task SeeTheRoadAsync(FieldWorker boa)
    {
        await boa.Test("road-utrecht").ClickAsync();
        await Expect(boa.Test("map")).ToHaveAttributeAsync("data-laid", "true");
        var meeting = boa.Test("map").Locator("[data-box]", new() { HasText = "Casusoverleg" }).First;
        await Expect(meeting).ToContainTextAsync("De gemeente is verantwoordelijk.");

        await boa.Test("map-turn").ClickAsync();
        var step = boa.Test("road").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Casusoverleg" }).First;
        await Expect(step).ToContainTextAsync("Wie");
        await Expect(step).ToContainTextAsync("De gemeente is verantwoordelijk.");
        await Expect(step.GetByTestId("gap")).ToContainTextAsync("Vraag dit na bij je gemeente");
    }

    private static async Task SeeTheDoorsAtNightAsync(FieldWorker boa)
    {
        await Expect(boa.Test("now-T05")).ToHaveTextAsync("nu open, dag en nacht");
        await Expect(boa.Test("now-T06")).ToHaveTextAsync("niet bekend of er nu iemand is");
        await Expect(boa.Test("night")).ToContainTextAsync("112 bij gevaar");
        await Expect(boa.Test("night")).ToContainTextAsync("er is geen nummer voor");
        await Expect(boa.Test("contact-T05")).ToContainTextAsync("gecontroleerd 20 nov. 2026");
        await boa.Test("contact-T05").Locator("h2 a").ClickAsync();
        await Expect(boa.Page.Locator("main")).ToContainTextAsync("2 dagen geleden");
        await Expect(boa.Test("sources")).Not.ToBeEmptyAsync();
    }

    private static async Task SeeWhoIsOpenAsync(FieldWorker boa)
    {
        await boa.Page.Locator(".fk-nav a[href='/bellen']").ClickAsync();
        await boa.Test("situation").SelectOptionAsync("discriminatie");
        await Expect(boa.Test("now-T22")).ToHaveTextAsync("nu dicht, open morgen om 8.00 uur");
        await boa.Test("open-now").CheckAsync();
        await Expect(boa.Test("contact-T22")).ToHaveCountAsync(0);

        // Two mornings later, on the same page.
        await boa.Page.Clock.SetFixedTimeAsync(TuesdayAtTen);
        await boa.Page.ReloadAsync();
        await Expect(boa.Test("now-T22")).ToHaveTextAsync("nu open tot 17.00 uur");
        foreach (var tag in await boa.Page.Locator("[data-testid^=contact-] [data-testid^=now-]").AllInnerTextsAsync())
        {
            Assert.StartsWith("nu open", tag, StringComparison.Ordinal);
        }

        await boa.Test("contact-T22").Locator("h2 a").ClickAsync();
        await Expect(boa.Page.Locator("main")).ToContainTextAsync("4 dagen geleden");

        // A day on which nobody works, also when it is a Friday; who is there day and night is there.
        await boa.Page.Clock.SetFixedTimeAsync(ChristmasDayAtNoon);
        await boa.Page.ReloadAsync();
        await Expect(boa.Test("now-T22")).ToHaveTextAsync("nu dicht (Eerste Kerstdag), open maandag om 8.00 uur");
        await Expect(boa.Page.Locator("main")).ToContainTextAsync("35 dagen geleden");
        await boa.Page.Locator(".fk-nav a[href='/bellen']").ClickAsync();
        await Expect(boa.Test("now-T05")).ToHaveTextAsync("nu open, dag en nacht");
    }
}
