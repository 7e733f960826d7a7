using FieldKit.Benchmarks.FirstVisit;
using FieldKit.EndToEnd.Tests;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Writing;

/// <summary>A worker writes and seals signals of 2 KiB on a phone four times slower than this machine.</summary>
internal static class WritingBenchmark
{
    private const int Slowdown = 4;
    private const int Signals = 20;
    private const int SavesPerSignal = 5;
    private const double SaveBar = 30;
    private const double SealBar = 150;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var phone = new BrowserProfile(playwright);
        var page = await phone.OpenAsync();
        await page.Context.AddInitScriptAsync(SavesAndSeals.NoteBegins);
        var worker = new FieldWorker(page, site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();

        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("new-signal").WaitForAsync();
        await SavesAndSeals.WatchAsync(page);
        await using var devTools = await DevTools.OfAsync(page);
        for (var signal = 0; signal < Signals; signal++)
        {
            await WriteAndSealAsync(worker, devTools, signal);
        }

        return Print(await SavesAndSeals.ReadAsync(page));
    }

    private static async Task WriteAndSealAsync(FieldWorker worker, DevTools devTools, int signal)
    {
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync(TextOf(2048, signal));
        await devTools.SlowDownAsync(Slowdown);
        await worker.Test("review-change").ClickAsync();
        await worker.GoToFactsAsync();
        for (var save = 0; save < SavesPerSignal; save++)
        {
            await worker.WriteAsync("s2_wat", TextOf(2048, (signal * SavesPerSignal) + save));
            await worker.Page.WaitForTimeoutAsync(400);
        }

        await worker.GoToReviewAsync();
        await worker.Test("seal").ClickAsync();
        await worker.Test("signal-state").WaitForAsync();
        await devTools.SlowDownAsync(1);
        await worker.Page.Locator("a[href$='signalen']").First.ClickAsync();
    }

    private static bool Print(SavesAndSeals times)
    {
        var timings = new Timings($"Writing at CPU ×{Slowdown}: until durable (IndexedDB, strict), 2 KiB of text");
        var saves = timings.Show("ms, autosave of one field", times.Saves, SaveBar);
        return timings.Show("ms, seal to queued", times.Seals, SealBar) && saves;
    }

    // Words that do not repeat, so that compression does not make light work of it.
    private static string TextOf(int length, int seed)
    {
        var random = new Random(seed);
        return new string([.. Enumerable.Range(0, length).Select(index => index % 7 == 6 ? ' ' : (char)('a' + random.Next(26)))]);
    }
}
