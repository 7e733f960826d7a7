using System.Diagnostics;
using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests.Crash;

/// <summary>
/// Kills the browser at random moments while a worker fills, seals and sends; afterwards every answer that was shown as saved must be
/// there, and every signal exactly once at the desk. The same seed kills at the same moments.
/// </summary>
internal sealed class CrashRun(IPlaywright playwright, int seed)
{
    private static readonly Dictionary<Act, int> LongestMilliseconds = new()
    {
        [Act.Opening] = 2_500,
        [Act.Writing] = 5_000,
        [Act.Sealing] = 800,
        [Act.Sending] = 600,
    };

    private readonly Random random = new(seed);
    private readonly ShownAsSaved promised = new();

    /// <exception cref="InvalidOperationException">Something was lost or doubled; says what, after which kill.</exception>
    public async Task<CrashReport> RunAsync(int kills)
    {
        await using var site = await RunningSite.StartAsync();
        await using var phone = new BrowserProfile(playwright);
        await using var office = new BrowserProfile(playwright);
        await EnrolAsync(phone, site);
        var killed = Enum.GetValues<Act>().ToDictionary(act => act, _ => 0);
        for (var kill = 1; kill <= kills; kill++)
        {
            // Each act as often as the others; the moment within it by chance.
            var act = (Act)(kill % killed.Count);
            var after = random.Next(LongestMilliseconds[act]);
            try
            {
                await WorkUntilKilledAsync(phone, site.Address, act, TimeSpan.FromMilliseconds(after));
                killed[act]++;
            }
            catch (InvalidOperationException loss)
            {
                throw new InvalidOperationException($"Seed {seed}, kill {kill} ({act}, after {after} ms): {loss.Message}", loss);
            }
        }

        await FinishAsync(phone, site.Address);
        await CheckDeskAsync(office, site);
        return new(killed, promised.Found, promised.Sealed.Count);
    }

    private static async Task EnrolAsync(BrowserProfile phone, RunningSite site)
    {
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await phone.CloseAsync();
    }

    private async Task WorkUntilKilledAsync(BrowserProfile phone, Uri site, Act target, TimeSpan after)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var page = await phone.OpenAsync();
        var worker = new WatchfulWorker(page, site, promised, act =>
        {
            if (act == target)
            {
                reached.TrySetResult();
            }
        });
        var dead = false;
        var working = WorkAsync(worker, () => dead);
        if (await Task.WhenAny(reached.Task, working) == working)
        {
            await working;
        }

        var since = Stopwatch.StartNew();
        await Task.WhenAny(Task.Delay(after - Least(after, since.Elapsed)), working);
        dead = true;
        await phone.KillAsync();
        await working;
    }

    // What fails because the browser is gone is what was asked for; anything else is not.
    private static async Task WorkAsync(WatchfulWorker worker, Func<bool> isDead)
    {
        try
        {
            await worker.ComeBackAsync();
            while (true)
            {
                await worker.SendOneAsync();
            }
        }
        catch (PlaywrightException) when (isDead())
        {
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task FinishAsync(BrowserProfile phone, Uri site)
    {
        var worker = new WatchfulWorker(await phone.OpenAsync(), site, promised, _ => { });
        await worker.ComeBackAsync();
        await worker.SendOneAsync();
        await Assertions.Expect(worker.Test("waiting-count")).ToHaveAttributeAsync("data-count", "0");
        await phone.CloseAsync();
    }

    private async Task CheckDeskAsync(BrowserProfile office, RunningSite site)
    {
        var member = new DeskMember(await office.OpenAsync(width: 1366, height: 768), site.Address);
        await member.SignInAsync(site.Staff);
        var arrived = (await member.ReadAllAsync())
            .ConvertAll(fact => promised.Sealed.Find(word => fact.Contains(word, StringComparison.Ordinal)) ?? $"unknown: {fact}");
        if (!arrived.Order(StringComparer.Ordinal).SequenceEqual(promised.Sealed))
        {
            throw new InvalidOperationException(
                $"Seed {seed}: sealed {string.Join(", ", promised.Sealed)}; at the desk {string.Join(", ", arrived.Order(StringComparer.Ordinal))}.");
        }
    }
}

/// <param name="Killed">How often the browser died during each act.</param>
/// <param name="Found">Answers that were shown as saved and looked for after a crash.</param>
/// <param name="Signals">Sealed, and each exactly once at the desk.</param>
internal sealed record CrashReport(IReadOnlyDictionary<Act, int> Killed, int Found, int Signals);
