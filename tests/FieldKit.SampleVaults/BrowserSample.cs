using FieldKit.EndToEnd.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.SampleVaults;

/// <summary>A browser's database with something of everything in it, made by hand on the published site, and that site's data.</summary>
internal static class BrowserSample
{
    public static async Task MakeAsync(string version)
    {
        SetDefaultExpectTimeout(60_000);
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var phone = SampleBrowser.Open(playwright, site);
        await using var office = new BrowserProfile(playwright);

        var worker = new FieldWorker(await phone.OpenAsync(), SampleBrowser.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();

        await worker.OpenAsync("bellen/eigen/T08");
        await worker.UnlockAsync();
        await worker.Test("field-own-phone").FillAsync(SampleVault.Phone);
        await worker.Test("own-save").ClickAsync();
        await worker.Test("own-call-T08").WaitForAsync();

        await worker.OpenAsync("signalen/nieuw");
        await worker.UnlockAsync();
        await worker.WriteSignalAsync(SampleVault.Delivered);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await member.SignInAsync(site.Staff);
        await member.OpenFirstAsync();
        await member.AnswerAsync("eerste-blik", SampleVault.Advice);
        await worker.OpenAsync(worker.Address[1..]);
        await worker.UnlockAsync();
        await Expect(worker.Test("advice-text")).ToHaveTextAsync(SampleVault.Advice);

        await phone.SetOfflineAsync(true);
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync(SampleVault.Queued);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "sealed");
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        foreach (var field in new[] { "s0_gevaar", "s0_thuis", "s0_optreden" })
        {
            await worker.ChooseAsync(field, "nee");
        }

        await worker.GoToFactsAsync();
        await worker.WriteAsync("s2_wat", SampleVault.Draft);
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        await phone.CloseAsync();
        await site.KillAsync();

        using var sample = new TemporaryFolder();
        Copy(SampleBrowser.DatabaseFolder(phone), sample.File("indexeddb"));
        Copy(site.DataFolder, sample.File("site"));
        SampleVault.Pack(sample.FullName, version, SampleVault.Browser);
    }

    // Logs name folders of this machine, and locks are made anew.
    private static bool IsKept(string file) => Path.GetFileName(file) is not ("LOG" or "LOG.old" or "LOCK" or ".lock");

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Where(IsKept))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
