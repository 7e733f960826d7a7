using System.Diagnostics;
using System.Globalization;
using FieldKit.ReportingPoint.Tests.Faults;

namespace FieldKit.Benchmarks.Faults;

/// <summary>Ten thousand times everything goes wrong between a device and its reporting point: `./bench faults`, or `./bench faults SEED TRIALS`.</summary>
internal static class FaultsBenchmark
{
    public const string Verb = "faults";
    public const int Trials = 10_000;

    private const int Seed = 1;
    private const int ReportEvery = 1_000;

    public static Task<bool> RunAsync() => RunAsync(Seed, Trials);

    public static async Task<bool> RunAsync(int seed, int trials)
    {
        var since = Stopwatch.StartNew();
        var tally = await new FaultRun(seed).RunAsync(trials, soFar =>
        {
            if (soFar.Trials % ReportEvery == 0)
            {
                Print($"{soFar.Trials} trials after {since.Elapsed.TotalSeconds:0} s, {soFar.Failures.Count} episodes went wrong.");
            }
        });
        Print($"{tally.Trials} trials (seed {seed}) in {since.Elapsed.TotalSeconds:0} s: {tally.Signals} signals sealed, answers seen on the device {tally.AnswersRead} times.");
        Print($"Faults: {string.Join(", ", tally.Faults.Select(fault => $"{fault.Key} {fault.Value}"))}; {tally.RealKills} of the killed servers were processes.");
        Print($"Lost {tally.Lost}, doubled {tally.Doubled}, episodes that went wrong {tally.Failures.Count}.");
        foreach (var failure in tally.Failures)
        {
            Print($"WRONG. {failure}");
        }

        return tally.Failures.Count == 0;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
