using FieldKit.EndToEnd.Tests;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Writing;

/// <summary>A worker types a fact with the writing help on, on a phone four times slower than this machine.</summary>
internal static class TypingBenchmark
{
    private const int Slowdown = 4;
    private const float MillisecondsBetweenKeys = 80;
    private const double DelayBar = 50;

    /// <summary>Thirty frames a second.</summary>
    private const int FramesBar = 30;

    // Plain sentences and ones that the writing help asks about, with pauses in which it looks.
    private static readonly string[] Sentences =
    [
        "Dinsdag om vier uur stond hij bij de ingang van het wijkcentrum. ",
        "Hij is altijd agressief en hij doet vaag. ",
        "Hij zei tegen twee anderen dat hij er klaar mee was en liep weg. ",
        "Volgens mij is hij gevaarlijk. Iedereen weet dat hij zo is. ",
        "Zijn trainer zag hem donderdag nog, toen speelde hij gewoon mee. ",
    ];

    private const string NoteKeysAndFrames =
        """
        () => {
          const noted = window.fieldkitTyping = { delays: [], frames: [] };
          addEventListener('keydown', (event) => noted.delays.push(performance.now() - event.timeStamp), true);
          let last = performance.now();
          const frame = (now) => { noted.frames.push(now - last); last = now; requestAnimationFrame(frame); };
          requestAnimationFrame(frame);
        }
        """;

    public static async Task<bool> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var site = await RunningSite.StartAsync();
        await using var phone = new BrowserProfile(playwright);
        var worker = new FieldWorker(await phone.OpenAsync(), site.Address);
        await worker.OpenAsync();
        await worker.EnrolAsync(site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.OpenAsync("signalen");
        await worker.UnlockAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync();
        await worker.Test("review-change").ClickAsync();
        await worker.GoToFactsAsync();

        await using var devTools = await DevTools.OfAsync(worker.Page);
        await devTools.SlowDownAsync(Slowdown);
        await worker.Test("field-s2_wat").FillAsync("");
        await worker.Page.EvaluateAsync(NoteKeysAndFrames);
        foreach (var sentence in Sentences)
        {
            await worker.Test("field-s2_wat").PressSequentiallyAsync(sentence, new() { Delay = MillisecondsBetweenKeys });
            await worker.Page.WaitForTimeoutAsync(1500);
        }

        var noted = await worker.Page.EvaluateAsync<Noted>("() => window.fieldkitTyping");
        return Print(noted);
    }

    private static bool Print(Noted noted)
    {
        var timings = new Timings($"Typing at CPU ×{Slowdown}, writing help on, a key every {MillisecondsBetweenKeys} ms and a pause after each sentence");
        var delays = timings.Show("ms, key to its handling", noted.Delays, DelayBar);
        timings.Show("ms, frame to frame", noted.Frames);
        var fewest = FewestInASecond(noted.Frames);
        Console.WriteLine($"Fewest frames in any second: {fewest} (bar ≥ {FramesBar}); the longest frame {noted.Frames.Max():N0} ms.");
        return delays && fewest >= FramesBar;
    }

    private static int FewestInASecond(double[] frames)
    {
        var fewest = int.MaxValue;
        var (first, elapsed) = (0, 0.0);
        for (var last = 0; last < frames.Length; last++)
        {
            elapsed += frames[last];
            while (elapsed - frames[first] >= 1_000)
            {
                elapsed -= frames[first++];
            }

            fewest = elapsed >= 1_000 ? Math.Min(fewest, last - first + 1) : fewest;
        }

        return fewest;
    }

    private sealed class Noted
    {
        public double[] Delays { get; set; } = [];

        public double[] Frames { get; set; } = [];
    }
}
