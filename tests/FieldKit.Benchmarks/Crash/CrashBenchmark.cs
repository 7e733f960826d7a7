using System.Globalization;
using FieldKit.EndToEnd.Tests.Crash;
using Microsoft.Playwright;

namespace FieldKit.Benchmarks.Crash;

/// <summary>Two hundred browsers die while a worker writes: `./bench crash`, or `./bench crash SEED KILLS`.</summary>
internal static class CrashBenchmark
{
    public const string Verb = "crash";

    private const int Seed = 1;
    private const int Kills = 200;

    public static Task<bool> RunAsync() => RunAsync(Seed, Kills);

    public static async Task<bool> RunAsync(int seed, int kills)
    {
        using var playwright = await Playwright.CreateAsync();
        try
        {
            var report = await new CrashRun(playwright, seed).RunAsync(kills);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Killed {kills} times (seed {seed}; {string.Join(", ", report.Killed.Select(act => $"{act.Key} {act.Value}"))}): {report.Found} saved answers looked for, all there; {report.Signals} signals, each once at the desk."));
            return true;
        }
        catch (InvalidOperationException loss)
        {
            Console.WriteLine($"LOST OR DOUBLED. {loss.Message}");
            return false;
        }
    }
}
