using System.Diagnostics;

namespace FieldKit.ReportingPoint.Tests.Fuzz;

/// <summary>Spoiled messages for every reader and every door, in turn. The same seed spoils the same way; an input is named by its number.</summary>
internal sealed class FuzzRun(int seed, IReadOnlyList<FuzzTarget> targets)
{
    public static readonly TimeSpan TimeBar = TimeSpan.FromMilliseconds(100);

    /// <summary>An input is slow when it is slow each time: once may be a pause of the machine.</summary>
    private const int Tries = 4;

    /// <param name="only">One input again.</param>
    public async Task<IReadOnlyList<FuzzTally>> RunAsync(int inputs, int? only = null)
    {
        var tallies = targets.Select(target => new FuzzTally(target.Name)).ToList();
        await Parallel.ForAsync(only ?? 0, only + 1 ?? inputs, async (number, _) =>
            await TryAsync(number, targets[number % targets.Count], tallies[number % targets.Count]));
        return tallies;
    }

    private async Task TryAsync(int number, FuzzTarget target, FuzzTally tally)
    {
        var chance = new Random(unchecked((seed * 7919) + number));
        var bytes = Mutation.Of(target.Seeds[chance.Next(target.Seeds.Count)], chance);
        try
        {
            var (taken, time) = await TimedAsync(target, bytes);
            for (var (tries, again) = (1, time); again > TimeBar; tries++)
            {
                if (tries == Tries)
                {
                    tally.Fail($"{Named(number)}: {again.TotalMilliseconds:0} ms, each of {Tries} times, for {bytes.Length} bytes");
                    return;
                }

                (_, again) = await TimedAsync(target, bytes);
            }

            tally.Add(taken, time);
        }
        catch (Exception failure)
        {
            tally.Fail($"{Named(number)}: {failure.GetType().Name}: {failure.Message}");
        }
    }

    private static async Task<(bool Taken, TimeSpan Time)> TimedAsync(FuzzTarget target, byte[] bytes)
    {
        var since = Stopwatch.GetTimestamp();
        var taken = await target.Takes(bytes);
        return (taken, Stopwatch.GetElapsedTime(since));
    }

    private string Named(int number) => $"Seed {seed}, input {number}";
}
