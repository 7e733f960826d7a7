using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests.Storage;

/// <summary>What is unsent goes from one telephone to another in a file: nothing lost, nothing doubled, nothing readable.</summary>
[Collection(SiteCollection.Name)]
public sealed class UnsentFileTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string Passphrase = "fiets lamp kaneel wolk";
    private const string Draft = "Stond bij de sporthal te wachten. heidebries";

    private readonly BrowserProfile old = new(fixture.Playwright);
    private readonly BrowserProfile fresh = new(fixture.Playwright);
    private readonly BrowserProfile office = new(fixture.Playwright);
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync() => site = await RunningSite.StartAsync();

    public async Task DisposeAsync()
    {
        await old.DisposeAsync();
        await fresh.DisposeAsync();
        await office.DisposeAsync();
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_draft_and_a_sealed_signal_move_over_and_both_telephones_sending_makes_one()
    {
        var first = await WriteOfflineAsync();
        var file = await TakeAlongAsync(first);
        var bytes = await File.ReadAllBytesAsync(file);
        foreach (var word in new[] { SignalText.Canary, "heidebries", "utrecht", site.EnrolmentCode })
        {
            Assert.DoesNotContain(word, Encoding.Latin1.GetString(bytes), StringComparison.OrdinalIgnoreCase);
        }

        // Another telephone, never linked.
        var second = new FieldWorker(await fresh.OpenAsync(), site.Address);
        await second.OpenAsync("instellingen");
        await second.WaitUntilInstalledAsync();
        await second.Test("unsent-unlock").ClickAsync();
        await second.Test("pin-new").FillAsync(FieldWorker.Pin);
        await second.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await second.Test("pin-submit").ClickAsync();
        await second.Test("put-pick").WaitForAsync();
        await fresh.SetOfflineAsync(true);

        // What is wrong is said, and changes nothing.
        await File.WriteAllTextAsync(folder.File("brief.txt"), "Een gewone brief.");
        await File.WriteAllBytesAsync(folder.File("cut.fieldkit"), bytes[..^50]);
        byte[] altered = [.. bytes];
        altered[^100] ^= 1;
        await File.WriteAllBytesAsync(folder.File("altered.fieldkit"), altered);
        foreach (var (name, words) in new[] { ("brief.txt", "geen bestand van FieldKit"), ("cut.fieldkit", "einde"), ("altered.fieldkit", "beschadigd") })
        {
            await PickAsync(second, folder.File(name));
            await Expect(second.Test("put-problem")).ToContainTextAsync(words);
        }

        await PickAsync(second, file);
        await PutBackAsync(second, "fiets lamp kaneel storm");
        await Expect(second.Page.Locator("#put-passphrase-error")).ToContainTextAsync("past niet");
        await Expect(second.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await PutBackAsync(second, Passphrase);
        await Expect(second.Test("put-back")).ToBeVisibleAsync();
        Assert.Empty((await second.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        await Expect(second.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");

        // Both come online; the second goes first.
        await fresh.SetOfflineAsync(false);
        await Expect(second.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await old.SetOfflineAsync(false);
        await Expect(first.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await member.SignInAsync(site.Staff);
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(1);
        await member.OpenFirstAsync();
        await Expect(member.Test("signal-fact").First).ToContainTextAsync(SignalText.Canary);

        await second.Test("put-to-signals").ClickAsync();
        await second.Test("draft-open").ClickAsync();
        await second.GoToFactsAsync();
        await Expect(second.Test("field-s2_wat")).ToHaveValueAsync(Draft);

        // A second time brings nothing anew.
        await second.Test("to-settings").ClickAsync();
        await PickAsync(second, file);
        await PutBackAsync(second, Passphrase);
        await Expect(second.Test("put-back")).ToBeVisibleAsync();
        await second.Test("put-to-signals").ClickAsync();
        await Expect(second.Test("draft-open")).ToHaveCountAsync(1);
        await Expect(second.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await Expect(member.Test("inbox-item")).ToHaveCountAsync(1);
    }

    private async Task<FieldWorker> WriteOfflineAsync()
    {
        var worker = new FieldWorker(await old.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await old.SetOfflineAsync(true);
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "1");
        await worker.Test("nav.signals").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        foreach (var field in new[] { "s0_gevaar", "s0_thuis", "s0_optreden" })
        {
            await worker.ChooseAsync(field, "nee");
        }

        await worker.GoToFactsAsync();
        await worker.WriteAsync("s2_wat", Draft);
        await Expect(worker.Test("saved")).ToHaveAttributeAsync("data-state", "kept");
        return worker;
    }

    private async Task<string> TakeAlongAsync(FieldWorker worker)
    {
        await worker.Test("to-settings").ClickAsync();
        await Expect(worker.Test("take-count")).ToBeVisibleAsync();
        await worker.Test("take").ClickAsync();
        await worker.Test("take-passphrase").FillAsync("kort");
        await worker.Test("take-submit").ClickAsync();
        await Expect(worker.Page.Locator("#take-passphrase-error")).ToBeVisibleAsync();
        Assert.Empty((await worker.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        await worker.Test("take-passphrase").FillAsync(Passphrase);
        await worker.Test("take-repeat").FillAsync(Passphrase);
        var download = await worker.Page.RunAndWaitForDownloadAsync(() => worker.Test("take-submit").ClickAsync());
        await Expect(worker.Test("taken")).ToBeVisibleAsync();
        Assert.EndsWith(".fieldkit", download.SuggestedFilename, StringComparison.Ordinal);
        var file = folder.File(download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return file;
    }

    private static async Task PickAsync(FieldWorker worker, string file)
    {
        var chooser = await worker.Page.RunAndWaitForFileChooserAsync(() => worker.Test("put-pick").ClickAsync());
        await chooser.SetFilesAsync(file);
    }

    private static async Task PutBackAsync(FieldWorker worker, string passphrase)
    {
        await worker.Test("put-passphrase").FillAsync(passphrase);
        await worker.Test("put-submit").ClickAsync();
    }
}
