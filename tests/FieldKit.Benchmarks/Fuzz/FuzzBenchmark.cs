using System.Diagnostics;
using System.Globalization;
using FieldKit.ReportingPoint.Tests.Fuzz;

namespace FieldKit.Benchmarks.Fuzz;

/// <summary>A million spoiled messages for all that reads bytes of somebody else: `./bench fuzz`, or `./bench fuzz SEED INPUTS`.</summary>
internal static class FuzzBenchmark
{
    public const string Verb = "fuzz";
    public const int Inputs = 1_000_000;
    private const int Seed = 1;
    private const int MostErrors = 5;

    public static Task<bool> RunAsync() => RunAsync(Seed, Inputs);

    public static async Task<bool> RunAsync(int seed, int inputs)
    {
        var since = Stopwatch.StartNew();
        using var point = new FuzzedPoint();
        await point.EnrolAsync();
        var tallies = await new FuzzRun(seed, [.. FuzzedReaders.All(), .. await point.DoorsAsync()]).RunAsync(inputs);
        foreach (var tally in tallies)
        {
            Print($"{tally.Name}: {tally.Inputs} inputs, {tally.Refused} refused, slowest {tally.Slowest.TotalMilliseconds:0} ms, {tally.Failed} failed.");
        }

        foreach (var failure in tallies.SelectMany(tally => tally.Failures.Select(what => $"{tally.Name}: {what}")))
        {
            Print($"WRONG. {failure}");
        }

        foreach (var error in point.Errors.Take(MostErrors))
        {
            Print($"LOGGED. {error}");
        }

        var works = await point.StillWorksAsync();
        var failed = tallies.Sum(tally => tally.Failed);
        Print($"{tallies.Sum(tally => tally.Inputs)} inputs (seed {seed}) in {since.Elapsed.TotalSeconds:0} s: {failed} failed (a 5xx, an exception, or over {FuzzRun.TimeBar.TotalMilliseconds:0} ms each time), {point.Errors.Count} errors logged. Afterwards a good exchange {(works ? "is taken" : "is REFUSED")}.");
        return failed == 0 && works && point.Errors.Count == 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
