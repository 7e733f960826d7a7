using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>A staff member at the reporting point: what a person does in the desk.</summary>
internal sealed class DeskMember(IPage page, Uri site)
{
    public IPage Page => page;

    public ILocator Test(string id) => page.GetByTestId(id);

    public async Task SignInAsync(DemoStaff staff)
    {
        await page.GotoAsync(new Uri(site, "desk/").ToString());
        await Test("desk-name").FillAsync(staff.Name);
        await Test("desk-password").FillAsync(staff.Password);
        await Test("desk-sign-in").ClickAsync();
        await UnlockAsync(staff);
    }

    public async Task UnlockAsync(DemoStaff staff)
    {
        await Test("desk-passphrase").FillAsync(staff.Passphrase);
        await Test("desk-unlock").ClickAsync();
    }

    public Task OpenFirstAsync() => Test("inbox-item").First.ClickAsync();

    /// <summary>Opens every signal of the inbox, each by its address: the list sorts itself again when one is opened.</summary>
    /// <returns>The first fact of each, in no order.</returns>
    public async Task<List<string>> ReadAllAsync()
    {
        await Test("inbox-item").First.WaitForAsync();
        var facts = new List<string>();
        foreach (var address in await Test("inbox-item").EvaluateAllAsync<string[]>("items => items.map((item) => item.getAttribute('href'))"))
        {
            await page.Locator($"[data-testid=inbox-item][href='{address}']").ClickAsync();
            var signal = page.Locator($"[data-testid=signal-text][data-id='{address.Split('/')[^1]}']");
            facts.Add(await signal.GetByTestId("signal-fact").First.InnerTextAsync());
        }

        return facts;
    }

    public async Task AnswerAsync(string stage, string advice)
    {
        await Test($"stage-next-{stage}").ClickAsync();
        await Test("advice").FillAsync(advice);
        await Test("send-answer").ClickAsync();
        await Test("answer-sent").WaitForAsync();
    }
}
