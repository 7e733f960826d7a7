using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Access;

/// <summary>Without a mouse or a finger, from the very first opening to a sealed signal: one always sees where one is, and never has to start again at the top.</summary>
[Collection(SiteCollection.Name)]
public sealed class KeyboardTests(SiteFixture fixture) : IAsyncLifetime
{
    private readonly BrowserProfile profile = new(fixture.Playwright);

    private RunningSite Site { get; set; } = null!;

    private IPage Page { get; set; } = null!;

    private FieldWorker Worker { get; set; } = null!;

    private Keyboard Keys { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await RunningSite.StartAsync();
        Page = await profile.OpenAsync();
        Worker = new(Page, Site.Address);
        Keys = new(Page);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await profile.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_story_is_done_with_the_keyboard()
    {
        await Worker.OpenAsync();
        await SkipToThePageAsync();
        await AnswerTheFirstQuestionsAsync();
        await LookForDangerAsync();
        await LinkAsync();
        await WalkTheRouteAsync();
        await WriteAsync();
        await SealAsync();
        Assert.Empty(Keys.Findings);
    }

    // The first stop leads past the bar.
    private async Task SkipToThePageAsync()
    {
        await Keys.PressAsync("Tab");
        await Expect(Page.Locator(".utrecht-skip-link")).ToBeFocusedAsync();
        await Keys.PressAsync("Enter");
        await Expect(Page.Locator("#inhoud")).ToBeFocusedAsync();
        await Keys.ReachAsync(Worker.Test("to-search"), within: 1);
    }

    private async Task AnswerTheFirstQuestionsAsync()
    {
        foreach (var answer in new[] { "first-nl", "first-utrecht" })
        {
            await Keys.ReachAsync(Worker.Test(answer), within: 12);
            await Keys.PressAsync("Enter");
            await Expect(Worker.Test(answer)).ToHaveCountAsync(0);
            await Expect(Page.Locator("#first-question")).ToBeFocusedAsync();
        }

        await Keys.ReachAsync(Worker.Test("first-jongerenwerk"), within: 2);
        await Keys.PressAsync("Space");
        await Expect(Worker.Test("first-done").Locator("p")).ToBeFocusedAsync();
    }

    // Open, the number of 112 first, shut again.
    private async Task LookForDangerAsync()
    {
        await Keys.ReachAsync(Page.Locator("#gevaar > summary"), backwards: true);
        await Keys.PressAsync("Enter");
        await Keys.ReachAsync(Page.Locator("#gevaar a[href='tel:112']"), within: 1);
        await Keys.PressAsync("Shift+Tab");
        await Keys.PressAsync("Enter");
        await Expect(Page.Locator("#gevaar a[href='tel:112']")).ToBeHiddenAsync();
    }

    private async Task LinkAsync()
    {
        await Keys.ReachAsync(Worker.Test("to-settings"), backwards: true);
        await FollowAsync();
        await Worker.Test("to-link").WaitForAsync();
        await Keys.ReachAsync(Worker.Test("to-link"));
        await FollowAsync();
        await Keys.WriteAsync(Worker.Test("enrol-code"), Site.EnrolmentCode);
        await Keys.PressAsync("Enter");
        await Worker.Test("pin-new").WaitForAsync();
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
        await Keys.WriteAsync(Worker.Test("pin-new"), FieldWorker.Pin);
        await Keys.WriteAsync(Worker.Test("pin-repeat"), FieldWorker.Pin);
        await Keys.PressAsync("Enter");
        await Worker.Test("enrolled").WaitForAsync();
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
    }

    // Question after question, a look at the whole picture with the arrows, and on from the step that was chosen in it.
    private async Task WalkTheRouteAsync()
    {
        await Keys.ReachAsync(Worker.Test("nav.route"));
        await FollowAsync();
        await Keys.ReachAsync(Worker.Test("route-F03"));
        await FollowAsync();
        foreach (var answer in new[] { "Nee", "Meer dan één ding" })
        {
            var before = await Worker.Test("step-title").InnerTextAsync();
            await Keys.ReachAsync(Page.Locator("[data-testid^=choice-]").Filter(new() { HasText = answer }).First);
            await Keys.PressAsync("Enter");
            await Expect(Worker.Test("step-title")).Not.ToHaveTextAsync(before);
            await Expect(Worker.Test("step-title")).ToBeFocusedAsync();
        }

        await Keys.ReachAsync(Worker.Test("whole-map"));
        await FollowAsync();
        await Expect(Worker.Test("map")).ToHaveAttributeAsync("data-laid", "true");
        await Keys.ReachAsync(Worker.Test("map"));
        var from = await Worker.Test("map").GetAttributeAsync("data-at") ?? "";
        await Keys.PressAsync("ArrowDown");
        await Expect(Worker.Test("map")).Not.ToHaveAttributeAsync("data-at", from);

        // Not a trap: the way out of the picture is the tab key, both ways.
        await Keys.PressAsync("Shift+Tab");
        await Expect(Worker.Test("map")).Not.ToBeFocusedAsync();
        await Keys.ReachAsync(Worker.Test("map"), within: 1);
        await Keys.PressAsync("Enter");
        await Worker.Test("step-title").WaitForAsync();
        await Expect(Worker.Test("step-title")).ToBeFocusedAsync();
    }

    private async Task WriteAsync()
    {
        await Keys.ReachAsync(Worker.Test("nav.signals"));
        await FollowAsync();
        await Keys.ReachAsync(Worker.Test("new-signal"));
        await Keys.PressAsync("Enter");
        await PartAsync("s0", ("s0_gevaar", "nee"), ("s0_thuis", "nee"), ("s0_optreden", "nee"));
        await PartAsync("s1", ("s1_gemeente", "utrecht"), ("s1_rol", "jongerenwerk"), ("s1_terugkoppeling", "ja"), ("s1_collega", "collega"));
        await PartAsync("s2", ("s2_wanneer", "precies"), ("field-s2_wanneer", "3 november"), ("s2_waar", "wijkcentrum"), ("field-s2_wat", SignalText.Fact), ("s2_bron", "zelf"), ("s2_zeker", "zeker"));
        await PartAsync("s3");
        await PartAsync("s4", ("field-s4_tegen", "Komt nog elke week."), ("s4_bescherm", "sport"));
        await PartAsync("s5", ("field-s5_zorg", "Dat hij alleen komt te staan."), ("s5_veilig", "persoon"), ("s5_vraag", "gesprek"), ("s5_gedaan", "gesprek_persoon"));
        await PartAsync("s6", ("s6_besproken", "ja"));
        await PartAsync("s7", ("s7_leeftijd", "16_17"));
        await PartAsync("s8", ("s8_check", "ja"));
    }

    private async Task SealAsync()
    {
        await Worker.Test("seal").WaitForAsync();
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
        await Keys.ReachAsync(Worker.Test("seal"));
        await Keys.PressAsync("Enter");
        await Expect(Worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
    }

    private async Task FollowAsync()
    {
        var before = await Page.Locator("h1[tabindex]").First.InnerTextAsync();
        await Keys.PressAsync("Enter");
        await Expect(Page.Locator("h1[tabindex]")).Not.ToHaveTextAsync(before);
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
    }

    // Starts at the heading, answers in the order in which they stand, goes on with the last button.
    private async Task PartAsync(string part, params (string Field, string Answer)[] answers)
    {
        await Page.Locator($"[data-testid^='option-{part}_'], [data-testid^='field-{part}_']").First.WaitForAsync();
        await Expect(Page.Locator("h1[tabindex]")).ToBeFocusedAsync();
        foreach (var (field, answer) in answers)
        {
            if (field.StartsWith("field-", StringComparison.Ordinal))
            {
                await Keys.WriteAsync(Worker.Test(field), answer);
            }
            else
            {
                await Keys.ChooseAsync(field, answer);
            }
        }

        await Keys.ReachAsync(Worker.Test("form-next"));
        await Keys.PressAsync("Enter");
    }
}
