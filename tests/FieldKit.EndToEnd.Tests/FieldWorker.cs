using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A youth worker's hands: what a person does in the field app, by what the screen shows.</summary>
internal sealed class FieldWorker(IPage page, Uri site)
{
    public const string Pin = "482913";

    public ILocator Test(string id) => page.GetByTestId(id);

    public async Task OpenAsync(string path = "")
    {
        await page.GotoAsync(new Uri(site, path).ToString());
        await page.Locator("[data-ready]").First.WaitForAsync();
    }

    /// <summary>Waits until the service worker holds everything that an offline start needs.</summary>
    public Task WaitUntilInstalledAsync() => page.WaitForFunctionAsync(
        "() => navigator.serviceWorker.getRegistration().then(r => r && r.active && r.active.state === 'activated')",
        null,
        new() { PollingInterval = 200, Timeout = 60_000 });

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

    public async Task UnlockAsync()
    {
        await Test("unlock-pin").FillAsync(Pin);
        await Test("unlock-submit").ClickAsync();
    }

    public Task ChooseAsync(string field, string value) => Test($"option-{field}-{value}").CheckAsync();

    public async Task WriteAsync(string field, string text)
    {
        await Test($"field-{field}").FillAsync(text);
        await Test($"field-{field}").BlurAsync();
    }

    public Task NextAsync() => Test("form-next").ClickAsync();
}
