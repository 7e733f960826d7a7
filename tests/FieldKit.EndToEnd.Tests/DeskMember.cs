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
        await Test("desk-passphrase").FillAsync(staff.Passphrase);
        await Test("desk-unlock").ClickAsync();
    }

    public Task OpenFirstAsync() => Test("inbox-item").First.ClickAsync();

    public async Task AnswerAsync(string stage, string advice)
    {
        await Test($"stage-next-{stage}").ClickAsync();
        await Test("advice").FillAsync(advice);
        await Test("send-answer").ClickAsync();
        await Test("answer-sent").WaitForAsync();
    }
}
