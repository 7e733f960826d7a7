using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>After locking: no key and no word of what was open, on the screen, in the fields or in the browser's memory of the page.</summary>
public sealed class LockedTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    private const string Canary = "zwanenveerlantaarn";

    [Fact]
    public async Task No_key_and_no_word_is_left_on_the_page_or_in_its_heap()
    {
        var worker = new FieldWorker(await Profile.OpenAsync(), Site.Address);
        await worker.OpenAsync("ontgrendelen");
        await worker.Test("pin-new").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-repeat").FillAsync(FieldWorker.Pin);
        await worker.Test("pin-submit").ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        foreach (var field in new[] { "s0_gevaar", "s0_thuis", "s0_optreden" })
        {
            await worker.ChooseAsync(field, "nee");
        }

        await worker.GoToFactsAsync();
        await worker.Test("field-s2_wat").FillAsync(Canary);
        // The search finds it while it is open.
        Assert.Contains(Canary, await HeapAsync(worker.Page), StringComparison.Ordinal);

        // With the text in sight, as when the time has run out; somebody asks for it in another tab.
        await worker.Page.EvaluateAsync("() => new BroadcastChannel('fieldkit-tabs').postMessage('locked')");
        await worker.Test("unlock-pin").WaitForAsync();

        Assert.DoesNotContain(Canary, await worker.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, await worker.Page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('input, textarea')].map((field) => field.value).join()"), StringComparison.Ordinal);
        Assert.Equal("vault-locked vault-locked vault-locked", await worker.Page.EvaluateAsync<string>("""
            async () => {
              const device = await import('/js/device.js');
              const bytes = () => new Uint8Array(80);
              const answers = [
                await device.listOpened('vault', 'drafts'), await device.encrypt('vault', bytes(), bytes()),
                await device.sealEnvelope((await device.keysPublicKey()).bytes, 'x', bytes(), bytes())];
              return answers.map((answer) => answer.refusal).join(' ');
            }
            """));
        Assert.DoesNotContain(Canary, await HeapAsync(worker.Page), StringComparison.Ordinal);

        // And nothing was lost by it.
        await worker.UnlockAsync();
        await Expect(worker.Test("field-s2_wat")).ToHaveValueAsync(Canary);
    }

    /// <summary>Every string and object that the page's own memory holds, after its garbage was collected.</summary>
    private static async Task<string> HeapAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var heap = new StringBuilder();
        session.Event("HeapProfiler.addHeapSnapshotChunk").OnEvent += (_, chunk) => heap.Append(chunk!.Value.GetProperty("chunk").GetString());
        await session.SendAsync("HeapProfiler.enable");
        await session.SendAsync("HeapProfiler.collectGarbage");
        await session.SendAsync("HeapProfiler.takeHeapSnapshot");
        await session.DetachAsync();
        Assert.True(heap.Length > 1_000_000);
        return heap.ToString();
    }
}
