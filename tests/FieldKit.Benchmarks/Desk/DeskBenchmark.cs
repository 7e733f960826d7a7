using System.Globalization;
using FieldKit.Benchmarks.Growth;
using FieldKit.Benchmarks.Load;
using FieldKit.Benchmarks.Sync;
using FieldKit.EndToEnd.Tests;
using FieldKit.ReportingPoint.Tests;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Desk;

/// <summary>
/// At the desk, in a browser, with a thousand and with a million stored envelopes on PostgreSQL: until a page of fifty is there after another list
/// was asked for, and until an opened signal can be read. All of it: the question, the database, decryption and drawing.
/// </summary>
internal static class DeskBenchmark
{
    public const string Verb = "desk";
    private const int Lists = 31;
    private const int Openings = 31;
    private const int WarmUps = 8;
    private const double ListBar = 500;
    private const double OpeningBar = 300;
    private const double GrowthBar = 1.5;
    private static readonly int[] Sizes = [1_000, 1_000_000];

    private const string ListAndWait =
        """
        (waiting) => new Promise((resolve) => {
          const list = document.querySelector('#inbox-waiting');
          const begin = performance.now();
          let emptied = false;
          const done = (time) => { clearTimeout(patience); watch.disconnect(); resolve(time); };
          const patience = setTimeout(() => done(-1), 20_000);
          const watch = new MutationObserver(() => {
            const lines = document.querySelectorAll('[data-testid=inbox-item]').length;
            emptied ||= lines === 0;
            if (emptied && lines >= 50) { requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))); }
          });
          watch.observe(document.body, { childList: true, subtree: true });
          list.value = waiting;
          list.dispatchEvent(new Event('change', { bubbles: true }));
        })
        """;

    private const string OpenAndWait =
        """
        (href) => new Promise((resolve) => {
          const id = href.split('?')[0].split('/').pop();
          const begin = performance.now();
          const done = (time) => { clearTimeout(patience); watch.disconnect(); resolve(time); };
          const patience = setTimeout(() => done(-1), 20_000);
          const watch = new MutationObserver(() => {
            if (document.querySelector(`[data-testid=signal-text][data-id='${id}']`)) { requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))); }
          });
          watch.observe(document.body, { childList: true, subtree: true });
          document.querySelector(`[data-testid=inbox-item][href='${href}']`).click();
        })
        """;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        using var folder = new TemporaryFolder();
        await using var site = await LoadedSite.OnPostgresAsync(new PostgresCluster(isDurable: true));
        using var phone = await SyncingDevice.EnrolAsync(folder.File("phone.db"), site.Running.EnrolmentCode, site.Running.Address);
        await site.AddDevicesAsync(1);
        await using var office = new BrowserProfile(playwright);
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Running.Address);
        await member.SignInAsync(site.Running.Staff);
        var costs = new List<(double List, double Opening)>();
        var within = true;
        foreach (var size in Sizes)
        {
            await GrownSite.GrowAsync(site, size);

            // What is opened is real, and the last that came in.
            await phone.QueueAsync(WarmUps + Openings);
            await phone.SyncAsync(WarmUps + Openings);
            await member.Page.GotoAsync(new Uri(site.Running.Address, "desk/").ToString());
            await member.UnlockAsync(site.Running.Staff);
            await member.Test("inbox-item").First.WaitForAsync();
            var lists = await ListsAsync(member.Page);
            var openings = await OpeningsAsync(member.Page);
            var timings = new Timings(string.Create(CultureInfo.InvariantCulture, $"The desk with {size:N0} stored envelopes on PostgreSQL"));
            within &= timings.Show("ms until a list of fifty", lists, ListBar);
            within &= timings.Show("ms until a signal is read", openings, OpeningBar);
            costs.Add((Medians.Of(lists), Medians.Of(openings)));
        }

        var table = new ComparisonTable("A million stored envelopes against a thousand", ("many", "few"));
        table.Add("ms until a list of fifty", costs[1].List, costs[0].List, GrowthBar);
        table.Add("ms until a signal is read", costs[1].Opening, costs[0].Opening, GrowthBar);
        return table.Print() && within;
    }

    /// <summary>All there is, by turns with what is one's own.</summary>
    private static async Task<List<double>> ListsAsync(IPage page)
    {
        var times = new List<double>();
        for (var sample = -WarmUps; sample < Lists; sample++)
        {
            var time = await page.EvaluateAsync<double>(ListAndWait, int.IsEvenInteger(sample) ? "mine" : "");
            Keep(times, sample, time, "list");
        }

        await page.EvaluateAsync<double>(ListAndWait, "mine");
        await page.EvaluateAsync<double>(ListAndWait, "");
        return times;
    }

    private static async Task<List<double>> OpeningsAsync(IPage page)
    {
        var times = new List<double>();
        var signals = await page.GetByTestId("inbox-item").EvaluateAllAsync<string[]>("items => items.map((item) => item.getAttribute('href'))");
        for (var sample = -WarmUps; sample < Openings; sample++)
        {
            var time = await page.EvaluateAsync<double>(OpenAndWait, signals[sample + WarmUps]);
            Keep(times, sample, time, "signal");
            await page.Keyboard.PressAsync("Escape");
            await page.Locator("h1#inbox-title").WaitForAsync();
        }

        return times;
    }

    private static void Keep(List<double> times, int sample, double time, string what)
    {
        if (time < 0)
        {
            throw new TimeoutException($"No {what} came.");
        }

        if (sample >= 0)
        {
            times.Add(time);
        }
    }
}
