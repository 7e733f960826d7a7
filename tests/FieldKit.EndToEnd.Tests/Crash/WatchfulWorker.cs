using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Crash;

/// <summary>A worker who holds the app to what it showed as saved, before and after the browser died.</summary>
/// <param name="reached">Told what the worker is about to do.</param>
internal sealed class WatchfulWorker(IPage page, Uri site, ShownAsSaved promised, Action<Act> reached) : FieldWorker(page, site)
{
    private int texts;

    /// <summary>Opens the list, unlocks, and looks whether everything that was promised is there.</summary>
    public async Task ComeBackAsync()
    {
        reached(Act.Opening);
        await OpenAsync("signalen");
        await UnlockAsync();
        await Test("new-signal").WaitForAsync();
        await Expect(Page.Locator("main .fk-late")).ToHaveCountAsync(0);
        promised.CheckLists(await Test("draft").CountAsync(), await Test("signal").CountAsync());
    }

    /// <summary>From the list: goes on with the draft or begins one, seals it, waits until it is received, and goes back to the list.</summary>
    public async Task SendOneAsync()
    {
        reached(Act.Writing);
        await (await Test("draft").CountAsync() > 0 ? Test("draft-open") : Test("new-signal")).ClickAsync();
        await WriteSignalAsync($"Riep iets over het plein. {promised.Word}");
        promised.Sealing();
        reached(Act.Sealing);
        await Test("seal").ClickAsync();
        await Test("signal-state").WaitForAsync();
        promised.WasSealed();
        reached(Act.Sending);
        await Expect(Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        await Page.Locator("a[href$='signalen']").First.ClickAsync();
        await Test("new-signal").WaitForAsync();
        await Expect(Page.Locator("main .fk-late")).ToHaveCountAsync(0);
    }

    public override async Task ChooseAsync(string field, string value)
    {
        var option = Test($"option-{field}-{value}");
        await option.WaitForAsync();
        if (await option.IsCheckedAsync())
        {
            promised.StandsThere(field, value);
            return;
        }

        promised.Check(field, "");
        await KeepAsync(field, value, () => option.CheckAsync());
    }

    public override async Task WriteAsync(string field, string text)
    {
        var place = $"{field} (text)";
        promised.Check(place, await Test($"field-{field}").InputValueAsync());
        var another = $"{text} ({++texts}-{promised.Found})";
        await KeepAsync(place, another, () => base.WriteAsync(field, another));
    }

    private async Task KeepAsync(string place, string text, Func<Task> change)
    {
        var saved = Test("saved");
        var before = await saved.GetAttributeAsync("data-kept") ?? "";
        promised.Saving(place, text);
        await change();
        await Expect(saved).Not.ToHaveAttributeAsync("data-kept", before);
        promised.Kept(place);
    }
}
