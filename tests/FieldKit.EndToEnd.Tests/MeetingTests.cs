using FieldKit.EndToEnd.Tests.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>An afternoon at Nijmegen's weegploeg: two people at one table, from the agenda to minutes and what is left to do.</summary>
public sealed class MeetingTests(SiteFixture fixture) : OwnSiteTests(fixture)
{
    private const string Fact = "De scooter stond er weer.";
    private const string About = "Koolmees van het Plein";
    private const string Note = "Jongerenwerk kent deze groep. sterrenwacht";
    private const string Decision = "Eerst een gesprek. kastanjelaan";
    private const string Action = "Jongerenwerk voert het gesprek. zonnewijzer";

    private protected override string Municipality => "nijmegen";

    [Fact]
    public async Task Table_goes_through_its_agenda_and_leaves_with_minutes_and_things_to_do()
    {
        var secondOffice = NewProfile();
        await SentAsync(Fact, ("Samira", About));
        var first = new DeskMember(await Office.OpenAsync(width: 1366, height: 768), Site.Address);
        await first.SignInAsync(Site.Staff);
        await first.Test("desk-meeting").ClickAsync();
        await Expect(first.Test("agenda-empty")).ToContainTextAsync("Weegploeg");
        await first.Test("desk-inbox").ClickAsync();
        await first.OpenFirstAsync();
        await Expect(first.Test("meeting-notes")).ToHaveCountAsync(0);
        await first.AnswerAsync("eerste-screening", "We kijken ernaar.");
        await first.AnswerAsync("weegploeg", "We wegen dit samen.");

        // Two at one table.
        await first.Test("desk-meeting").ClickAsync();
        await Expect(first.Test("agenda-item")).ToHaveCountAsync(1);
        await Judge.HoldAsync(first.Page, "the agenda");
        await first.Test("agenda-item").ClickAsync();
        await Expect(first.Test("signal-fact").First).ToContainTextAsync(Fact);
        await Expect(first.Test("meeting-place")).ToHaveTextAsync("Signaal 1 van 1");
        var second = new DeskMember(await secondOffice.OpenAsync(width: 1366, height: 768), Site.Address);
        await second.SignInAsync(Site.Staff.Second);
        await second.Test("desk-meeting").ClickAsync();
        await second.Test("agenda-item").ClickAsync();
        await Expect(second.Test("meeting-panel")).ToContainTextAsync("Er staat nog niets.");

        await first.Test("entry-write").ClickAsync();
        await Expect(first.Test("entry-refusal")).ToContainTextAsync("Schrijf eerst op");
        await WriteAsync(first, "note", Note);
        await Expect(second.Test("entry")).ToContainTextAsync(Note);
        await WriteAsync(second, "decision", Decision);
        await Expect(first.Test("entry")).ToHaveCountAsync(2);
        await first.Test("entry-action").ClickAsync();
        await first.Test("field-entry-text").FillAsync(Action);
        await first.Test("entry-write").ClickAsync();
        await Expect(first.Test("entry-refusal")).ToContainTextAsync("wie dit doet");
        await first.Test("field-entry-owner").FillAsync("Jongerenwerk");
        await first.Test("field-entry-due").FillAsync("2020-01-02");
        await first.Test("entry-write").ClickAsync();
        await Expect(first.Test("entry-late")).ToHaveTextAsync("Dag is voorbij");
        await Judge.HoldAsync(first.Page, "at the table");

        // The step itself needs the other, here as anywhere.
        await first.Test("decision-casusoverleg").ClickAsync();
        await first.Test("decision-reason").FillAsync("Meer partners.");
        await first.Test("decide").ClickAsync();
        await Expect(first.Test("decision-next")).ToContainTextAsync("Een collega beslist");

        // A session that ends in the middle takes nothing along.
        await first.Test("field-entry-text").FillAsync("Half geschreven.");
        await first.Page.Context.ClearCookiesAsync();
        await first.Test("entry-write").ClickAsync();
        await first.Test("desk-name").FillAsync(Site.Staff.Name);
        await first.Test("desk-password").FillAsync(Site.Staff.Password);
        await first.Test("desk-sign-in").ClickAsync();
        await Expect(first.Test("field-entry-text")).ToHaveValueAsync("Half geschreven.");
        await Expect(first.Test("entry")).ToHaveCountAsync(3);

        // What was said stands with the signal; what is to be done is found without it.
        await first.Test("meeting-signal").ClickAsync();
        await Expect(first.Test("meeting-notes")).ToContainTextAsync(Decision);
        await second.Test("meeting-agenda").ClickAsync();
        await Expect(second.Test("agenda-said")).ToHaveTextAsync("Besproken");
        await Expect(second.Test("action")).ToContainTextAsync("Wie: Jongerenwerk");
        await Expect(second.Test("action-late")).ToBeVisibleAsync();
        await Judge.HoldAsync(second.Page, "minutes and actions");
        await MinutesAsync(second);
        await second.Test("action-done").ClickAsync();
        await Expect(second.Test("action")).ToHaveCountAsync(0);
        await Expect(second.Page.Locator("#actions-title")).ToBeFocusedAsync();

        // Another day and another table have nothing of it.
        await second.Test("field-meeting-day").FillAsync("2026-01-05");
        await Expect(second.Test("minutes")).ToContainTextAsync("nog niets opgeschreven");
        await second.Test("field-meeting-table").SelectOptionAsync("casusoverleg");
        await Expect(second.Test("agenda-empty")).ToContainTextAsync("Casusoverleg");

        await Office.CloseAsync();
        await secondOffice.CloseAsync();
        await Site.KillAsync();
        foreach (var word in new[] { "sterrenwacht", "kastanjelaan", "zonnewijzer" })
        {
            Assert.Empty(PlaintextSearch.FilesWith(Office.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(secondOffice.Folder, word));
            Assert.Empty(PlaintextSearch.FilesWith(Site.DataFolder, word));
            Assert.DoesNotContain(word, Site.Log, StringComparison.Ordinal);
        }
    }

    /// <summary>On paper the minutes alone, and a name only once somebody said why.</summary>
    private static async Task MinutesAsync(DeskMember member)
    {
        await member.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(member.Test("minutes-signal")).ToContainTextAsync(Decision);
        foreach (var hidden in new[] { "agenda", "actions", "minutes-print", "minutes-names", "desk-lock" })
        {
            await Expect(member.Test(hidden).Filter(new() { Visible = true })).ToHaveCountAsync(0);
        }

        Assert.DoesNotContain(About, await member.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await member.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await member.Test("minutes-names").ClickAsync();
        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("names-refusal")).ToBeVisibleAsync();
        await member.Test("name-reason-weighing").ClickAsync();
        await member.Test("open-names").ClickAsync();
        await Expect(member.Test("name-page")).ToContainTextAsync(About);
        await member.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(member.Test("name-page")).ToBeVisibleAsync();
        await member.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await member.Test("close-names").ClickAsync();
    }

    private static async Task WriteAsync(DeskMember member, string kind, string text)
    {
        await member.Test($"entry-{kind}").ClickAsync();
        await member.Test("field-entry-text").FillAsync(text);
        await member.Test("entry-write").ClickAsync();
        await Expect(member.Test("entry-written")).ToContainTextAsync("Het staat erbij.");
        await Expect(member.Test("field-entry-text")).ToHaveValueAsync("");
    }
}
