namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>
/// Trials in episodes, each with a device and a reporting point of its own. The same seed gives the same faults in the same order;
/// of an episode with a real process the moment within a request at which it dies is the machine's.
/// </summary>
internal sealed class FaultRun(int seed)
{
    public const int TrialsPerEpisode = 50;

    /// <summary>One in so many episodes has a process of its own, that is really killed.</summary>
    private const int RealEvery = 20;

    /// <summary>As many episodes at once as there are processors: each has its own chance, so what happens in it stays the same.</summary>
    /// <param name="afterEpisode">Called by one episode at a time, with all that ended so far.</param>
    public async Task<FaultTally> RunAsync(int trials, Action<FaultTally>? afterEpisode = null)
    {
        var (all, turn) = (new FaultTally(), new Lock());
        await Parallel.ForAsync(0, (trials + TrialsPerEpisode - 1) / TrialsPerEpisode, async (episode, _) =>
        {
            var tally = new FaultTally();
            await RunAsync(episode, Math.Min(TrialsPerEpisode, trials - (episode * TrialsPerEpisode)), tally);
            lock (turn)
            {
                all.Add(tally);
                afterEpisode?.Invoke(all);
            }
        });
        return all;
    }

    /// <summary>One episode again.</summary>
    public async Task RunAsync(int episode, int trials, FaultTally tally)
    {
        using IFaultedPoint point = episode % RealEvery == 1 ? new KilledPoint() : new RestartedPoint();
        using var running = new FaultEpisode(point, new(unchecked((seed * 7919) + episode)), tally);
        await running.StartAsync();
        for (var trial = 1; trial <= trials; trial++)
        {
            tally.Trials++;
            var (did, found) = await running.TrialAsync();
            if (found.Count > 0)
            {
                tally.Failures.Add($"Seed {seed}, episode {episode}, trial {trial} ({string.Join(", ", did)}): {string.Join("; ", found)}");
                // What is wrong stays wrong: the rest of this episode would say the same again.
                tally.Trials += trials - trial;
                return;
            }
        }
    }
}
