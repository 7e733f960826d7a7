using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Stories;

/// <summary>In the street, one hand, no connection; and the same evening at home. Nobody gave this youth worker a code yet.</summary>
public sealed class YouthWorkerTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string Afternoon = "2026-11-24T16:30:00Z";
    private const string Evening = "2026-11-24T21:15:00Z";
    private const int Thumb = 44;
    private const int HalfOfTheScreen = 370;

    // Everything that one is meant to tap here: what it is, and how wide and high.
    private const string TapTargets = """
        () => [...document.querySelectorAll('.fk-choice, .fk-call, .fk-card--link, .fk-button, .fk-nav a, .fk-112, .fk-top__back, .fk-danger > summary')]
          .filter(element => element.checkVisibility())
          .map(element => ({ name: element.innerText.trim() || element.getAttribute('aria-label'), width: element.getBoundingClientRect().width, height: element.getBoundingClientRect().height }))
        """;

    // A phone dials. A browser on a desk asks which program may, and takes no more taps meanwhile.
    private const string Dial = """
        addEventListener('click', event => {
          const link = event.target.closest('a[href^="tel:"]');
          if (link && !event.defaultPrevented) { globalThis.dialled = link.href; event.preventDefault(); }
        });
        """;

    private static readonly string[] Facts =
    [
        "Hij zei in de kantine: jullie snappen mij toch niet.",
        "Hij gaf zijn vaste plek in het team op.",
        "Hij liet een bericht op zijn telefoon zien en sloot het snel.",
    ];

    [Fact]
    public async Task What_was_written_in_the_street_without_a_connection_is_all_there_in_the_evening()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.SettleInAsync("utrecht", "jongerenwerk");
        await Profile.CloseAsync();

        worker = await OpenColdAsync(Afternoon);
        await AskAboutDangerAsync(worker);
        await WalkAsync(worker);
        await CallAsync(worker);
        await WriteAsync(worker);
        await Profile.KillAsync();

        worker = await OpenColdAsync(Evening);
        await FindBackAsync(worker);
        Assert.All(Profile.ConsoleErrors, text => Assert.Contains("ERR_INTERNET_DISCONNECTED", text, StringComparison.Ordinal));
    }

    private static async Task AskAboutDangerAsync(FieldWorker worker)
    {
        await Expect(worker.Test("start-danger")).ToContainTextAsync("Is er nu gevaar?");
        await worker.Test("start-danger").Locator("summary").ClickAsync();
        await Expect(worker.Test("danger-112")).ToBeInViewportAsync();
        await Expect(worker.Test("danger-112")).ToHaveAttributeAsync("href", "tel:112");
        await ExpectThumbsFitAsync(worker);
    }

    /// <summary>Role and city are known: the first card is the flowchart of both.</summary>
    private static async Task WalkAsync(FieldWorker worker)
    {
        await worker.Test("start-own").First.ClickAsync();
        await worker.Test("step-title").WaitForAsync();
        Assert.Equal("/route/F03", worker.Address);
        foreach (var answer in new[] { "Nee", "Meer dan één ding", "Ja, of ik vermoed het" })
        {
            var question = await worker.Test("step-title").InnerTextAsync();
            var choices = worker.Page.Locator("[data-testid^=choice-]");
            await ExpectThumbsFitAsync(worker);
            foreach (var choice in await choices.AllAsync())
            {
                await Expect(choice).ToBeInViewportAsync(new() { Ratio = 1 });
            }

            // Under the thumb: the answers hang low, however short the question is.
            var lowest = (await choices.Last.BoundingBoxAsync())!;
            Assert.True(lowest.Y > HalfOfTheScreen, $"{question}: the last answer is at {lowest.Y}");
            await choices.Filter(new() { HasText = answer }).First.ClickAsync();
            await Expect(worker.Test("step-title")).Not.ToHaveTextAsync(question);
        }
    }

    private static async Task CallAsync(FieldWorker worker)
    {
        await ExpectThumbsFitAsync(worker);
        await Expect(worker.Test("call-T02")).ToHaveAttributeAsync("href", "tel:09008844");
        var outcome = worker.Address;
        await worker.Test("call-T02").ClickAsync();
        Assert.Equal("tel:09008844", await worker.Page.EvaluateAsync<string>("() => globalThis.dialled"));
        Assert.Equal(outcome, worker.Address);
        await Expect(worker.Test("path").GetByRole(AriaRole.Link)).ToHaveCountAsync(3);
    }

    /// <summary>From the tap on "take it along" straight to the form, with a PIN chosen on the way; three answers and two taps from there to the facts.</summary>
    private static async Task WriteAsync(FieldWorker worker)
    {
        await worker.Test("write-signal").ClickAsync();
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await Expect(Path(worker)).ToHaveCountAsync(3);
        await worker.ChooseAsync("s0_gevaar", "nee");
        await worker.ChooseAsync("s0_thuis", "nee");
        await worker.ChooseAsync("s0_optreden", "nee");

        // Said once, when the app was opened for the first time.
        await worker.NextAsync("s1_rol");
        await Expect(worker.Test("option-s1_rol-jongerenwerk")).ToBeCheckedAsync();
        await Expect(worker.Test("option-s1_gemeente-utrecht")).ToBeCheckedAsync();
        await worker.NextAsync("s2_waar");
        foreach (var (number, fact) in Facts.Index())
        {
            if (number > 0)
            {
                await worker.Test("add-s2").ClickAsync();
            }

            await worker.WriteAsync(Field(number), fact);
        }

        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        await ExpectThumbsFitAsync(worker);
    }

    private static async Task FindBackAsync(FieldWorker worker)
    {
        await worker.Page.Locator(".fk-nav a[href='/signalen']").ClickAsync();
        await worker.UnlockAsync();
        await Expect(worker.Test("draft")).ToHaveCountAsync(1);
        await Expect(worker.Test("draft")).ToContainTextAsync("17:30");
        await worker.Test("draft-open").ClickAsync();

        // From where they stood: the path through the flowchart went along.
        await Expect(Path(worker)).ToHaveCountAsync(3);
        await Expect(Path(worker).Filter(new() { HasText = "Meer dan één ding" })).ToHaveCountAsync(1);
        await worker.GoToFactsAsync();
        foreach (var (number, fact) in Facts.Index())
        {
            await Expect(worker.Test($"field-{Field(number)}")).ToHaveValueAsync(fact);
        }

        await Expect(worker.Test($"field-{Field(Facts.Length)}")).ToHaveCountAsync(0);
    }

    private static ILocator Path(FieldWorker worker) => worker.Test("path-taken").Locator("li");

    private static string Field(int number) => number == 0 ? "s2_wat" : $"s2_wat-{number}";

    private static async Task ExpectThumbsFitAsync(FieldWorker worker)
    {
        var targets = (await worker.Page.EvaluateAsync<JsonElement>(TapTargets)).EnumerateArray().ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(
            target.GetProperty("width").GetDouble() >= Thumb && target.GetProperty("height").GetDouble() >= Thumb, $"{worker.Address}: {target}"));
    }

    private async Task<FieldWorker> OpenColdAsync(string clock)
    {
        var page = await Profile.OpenAsync(offline: true);
        await page.AddInitScriptAsync(Dial);
        await page.Clock.SetFixedTimeAsync(clock);
        var worker = new FieldWorker(page, Site.Address);
        await worker.OpenAsync();
        return worker;
    }
}
