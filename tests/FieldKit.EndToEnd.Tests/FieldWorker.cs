using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A youth worker's hands: what a person does in the field app, by what the screen shows.</summary>
internal class FieldWorker(IPage page, Uri site)
{
    public const string Pin = "482913";

    private static readonly string[] AnswersOfTheRoute =
        ["Nee", "Nee", "Nee", "Nee", "Utrecht", "Jongerenwerk", "Nee", "Meer dan één ding", "Ja, of ik vermoed het"];

    public IPage Page => page;

    /// <summary>Where what they write about happens.</summary>
    public string City { get; init; } = "utrecht";

    /// <summary>Path of the page that is open, with the leading slash.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    public ILocator Test(string id) => page.GetByTestId(id);

    public async Task OpenAsync(string path = "")
    {
        await page.GotoAsync(new Uri(site, path).ToString());
        await page.Locator("[data-ready], [data-testid=unlock-pin]").First.WaitForAsync();
    }

    /// <summary>Waits until the service worker holds everything that an offline start needs.</summary>
    public Task WaitUntilInstalledAsync() => page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");

    public async Task EnrolAsync(string code)
    {
        await EnterCodeAsync(code);
        await Test("pin-new").FillAsync(Pin);
        await Test("pin-repeat").FillAsync(Pin);
        await Test("pin-submit").ClickAsync();
    }

    public async Task EnterCodeAsync(string code)
    {
        await page.GotoAsync(new Uri(site, "koppelen").ToString());
        await Test("enrol-code").FillAsync(code);
        await Test("enrol-submit").ClickAsync();
    }

    /// <summary>The three questions of the very first opening, in Dutch.</summary>
    public async Task SettleInAsync(string city, string role)
    {
        await OpenAsync();
        await Test("first-nl").ClickAsync();
        await Test($"first-{city}").ClickAsync();
        await Test($"first-{role}").ClickAsync();
        await Test("start-own").First.WaitForAsync();
        await WaitUntilInstalledAsync();
    }

    public async Task UnlockAsync()
    {
        await Test("unlock-pin").FillAsync(Pin);
        await Test("unlock-submit").ClickAsync();
    }

    /// <summary>F01 "Is er nu gevaar?" into F03, to the outcome that offers a signal.</summary>
    public async Task WalkToSignalAsync()
    {
        await page.Locator("a[href$='route']").First.ClickAsync();
        await Test("route-F01").ClickAsync();
        foreach (var answer in AnswersOfTheRoute)
        {
            var before = await Test("step-title").InnerTextAsync();
            await page.Locator("[data-testid^=choice-]").Filter(new() { HasText = answer }).First.ClickAsync();
            await Assertions.Expect(Test("step-title")).Not.ToHaveTextAsync(before);
        }
    }

    /// <summary>Every required question up to the facts.</summary>
    /// <param name="writer">Of a signal with a name; without one it is advice.</param>
    public async Task WriteToFactsAsync(string? writer = null)
    {
        await ChooseAsync("s0_gevaar", "nee");
        await ChooseAsync("s0_thuis", "nee");
        await ChooseAsync("s0_optreden", "nee");
        if (writer is not null)
        {
            await ChooseAsync("s0_route", "signaal");
        }

        await NextAsync("s1_rol");
        await ChooseAsync("s1_gemeente", City);
        await ChooseAsync("s1_rol", "jongerenwerk");
        if (writer is not null)
        {
            await WriteAsync("s1_contact", writer);
        }

        await ChooseAsync("s1_terugkoppeling", "ja");
        await ChooseAsync("s1_collega", "collega");
        await NextAsync("s2_waar");
    }

    /// <summary>Every required question up to the review.</summary>
    /// <param name="names">Of who wrote and whom it is about; without them it is advice.</param>
    public async Task WriteSignalAsync(string? fact = null, (string Writer, string About)? names = null)
    {
        await WriteToFactsAsync(names?.Writer);
        await ChooseAsync("s2_wanneer", "precies");
        await WriteAsync("s2_wanneer", "3 november, eind van de middag");
        await ChooseAsync("s2_waar", "wijkcentrum");
        await WriteAsync("s2_wat", fact ?? SignalText.Fact);
        await ChooseAsync("s2_bron", "zelf");
        await ChooseAsync("s2_zeker", "zeker");
        await NextAsync("s3_online");
        await NextAsync("s4_bescherm");
        await WriteAsync("s4_tegen", "Komt nog elke week en praat met zijn trainer.");
        await ChooseAsync("s4_bescherm", "sport");
        await NextAsync("s5_vraag");
        await WriteAsync("s5_zorg", "Dat hij alleen komt te staan.");
        await ChooseAsync("s5_veilig", "persoon");
        await ChooseAsync("s5_vraag", "gesprek");
        await ChooseAsync("s5_gedaan", "gesprek_persoon");
        await NextAsync("s6_besproken");
        await ChooseAsync("s6_besproken", "ja");
        if (names is not null)
        {
            await ChooseAsync("s6_toestemming", "ja");
        }

        await NextAsync("s7_leeftijd");
        await ChooseAsync("s7_leeftijd", "16_17");
        if (names is { About: var about })
        {
            await WriteAsync("s7_naam", about);
            await WriteAsync("s7_bereik", "Van het plein.");
        }

        await NextAsync("s8_check");
        await ChooseAsync("s8_check", "ja");
        await Test("form-next").ClickAsync();
        await Test("seal").WaitForAsync();
    }

    /// <summary>From the first part of a form that was filled in already.</summary>
    public async Task GoToFactsAsync()
    {
        await NextAsync("s1_rol");
        await NextAsync("s2_waar");
    }

    /// <summary>From the facts of a form that was filled in already.</summary>
    public async Task GoToReviewAsync()
    {
        foreach (var field in new[] { "s3_online", "s4_bescherm", "s5_vraag", "s6_besproken", "s7_leeftijd", "s8_check" })
        {
            await NextAsync(field);
        }

        await Test("form-next").ClickAsync();
        await Test("seal").WaitForAsync();
    }

    public virtual Task ChooseAsync(string field, string value) => Test($"option-{field}-{value}").CheckAsync();

    public virtual async Task WriteAsync(string field, string text)
    {
        await Test($"field-{field}").FillAsync(text);
        await Test($"field-{field}").BlurAsync();
    }

    public async Task NextAsync(string fieldThere)
    {
        await Test("form-next").ClickAsync();
        await page.Locator($"[data-testid^='option-{fieldThere}-']").First.WaitForAsync();
    }
}
