using System.Net;
using FieldKit.Device.Outbox;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>
/// A trial: somebody seals, the desk answers, things go wrong in each sync. Then all is well again, and after a few more syncs
/// nothing waits, everything sealed is at the reporting point once and byte for byte, every answer is read, and what is shown as
/// received is there.
/// </summary>
internal sealed class FaultEpisode : IDisposable
{
    private const int MostSyncs = 5;
    private const int MostCalmSyncs = 6;
    private const int BackupsEvery = 8;
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3650);
    private static readonly Fault[] Often = [.. Enum.GetValues<Fault>().Except([Fault.ServerKilled, Fault.BackupRestored, Fault.ServerClockShifted])];

    private readonly TemporaryFolder folder = new();
    private readonly IFaultedPoint point;
    private readonly PointDatabase database;
    private readonly Random random;
    private readonly FaultTally tally;
    private readonly ManualTimeProvider time = new();
    private readonly HostileWire wire;
    private readonly FaultedPhone phone;
    private readonly HashSet<Guid> read = [];
    private readonly List<Fault> did = [];

    public FaultEpisode(IFaultedPoint point, Random random, FaultTally tally)
    {
        (this.point, this.random, this.tally) = (point, random, tally);
        database = new(point.Database);
        wire = new(point, time, random);
        phone = new(wire) { Time = time };
    }

    private string Backup => folder.File("backup.db");

    public async Task StartAsync()
    {
        await phone.EnrolAsync(await point.StartAsync());
        await point.Desk.SignInAsync();
        database.BackUp(Backup);
    }

    /// <returns>What went wrong on purpose, and what was found wrong afterwards.</returns>
    public async Task<(IReadOnlyList<Fault> Did, IReadOnlyList<string> Found)> TrialAsync()
    {
        did.Clear();
        if (random.Next(BackupsEvery) == 0)
        {
            database.BackUp(Backup);
        }

        for (var syncs = random.Next(1, MostSyncs); syncs > 0; syncs--)
        {
            await WriteAsync();
            await GoWrongAsync();
            await phone.SyncAsync();
            phone.Store.FailBeforeNextCommit = phone.Store.FailAfterNextCommit = false;
        }

        await CalmAsync();
        await AnswerAsync();
        var isDrained = await DrainAsync();
        return (did, isDrained ? await CheckAsync() : ["something waits although the way is clear"]);
    }

    public void Dispose()
    {
        phone.Dispose();
        wire.Dispose();
        folder.Dispose();
    }

    private async Task WriteAsync()
    {
        for (var signals = random.Next(3); signals > 0; signals--)
        {
            await phone.WriteAsync($"Feit {random.Next()}. {new string('x', random.Next(2_000))}");
            tally.Signals++;
        }

        if (random.Next(6) == 0 && (await phone.SignalsAsync()) is [{ IsFaded: false, State: not SignalState.Quarantined } signal, ..])
        {
            await phone.FollowUpAsync(signal.Id, "Nog iets.");
        }
    }

    private async Task GoWrongAsync()
    {
        var fault = random.Next(40) switch
        {
            0 => Fault.ServerKilled,
            1 => Fault.BackupRestored,
            2 or 3 when point.Clock is not null => Fault.ServerClockShifted,
            _ => Often[random.Next(Often.Length)],
        };
        did.Add(fault);
        tally.Faults[fault]++;
        var shift = random.Next(2) == 0 ? TenYears : -TenYears;
        switch (fault)
        {
            case Fault.DeviceFull:
                phone.Store.FailBeforeNextCommit = true;
                break;
            case Fault.DeviceKilledAfterWriting:
                phone.Store.FailAfterNextCommit = true;
                break;
            case Fault.DeviceClockShifted:
                time.SetClock(time.GetUtcNow() + shift);
                break;
            case Fault.ServerClockShifted:
                point.Clock!.SetClock(point.Clock.GetUtcNow() + shift);
                break;
            case Fault.BackupRestored:
                point.Die();
                database.PutBack(Backup);
                await point.ComeBackAsync();
                break;
            default:
                wire.Next = fault;
                tally.RealKills += fault == Fault.ServerKilled && point.Clock is null ? 1 : 0;
                break;
        }

        if (phone.Store.FailBeforeNextCommit && random.Next(2) == 0)
        {
            // The disk is full while somebody writes, not while something is sent.
            await phone.WriteAsync("Vol.");
            tally.Signals++;
        }
    }

    private async Task CalmAsync()
    {
        wire.Next = null;
        await wire.LetGoAsync();
        var now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero).AddMinutes(tally.Trials % FaultRun.TrialsPerEpisode);
        time.SetClock(now);
        point.Clock?.SetClock(now);
    }

    /// <summary>The desk opens what it has and answers some of it.</summary>
    private async Task AnswerAsync()
    {
        if (random.Next(3) != 0)
        {
            return;
        }

        await phone.SyncAsync();
        var inbox = await InboxAsync();
        if (inbox.Count > 0)
        {
            var item = inbox[random.Next(inbox.Count)];
            var (opened, _) = await point.Desk.OpenAsync(item.Id);
            await point.Desk.AnswerAsync(opened, item.Stage == "ontvangen" ? "eerste-blik" : item.Stage, "Dank je.", time.GetUtcNow());
        }
    }

    private async Task<IReadOnlyList<Protocol.InboxItem>> InboxAsync()
    {
        try
        {
            return await point.Desk.InboxAsync();
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.Unauthorized)
        {
            // Its session ended: the clock jumped, or the reporting point was restored.
            await point.Desk.SignInAsync();
            return await point.Desk.InboxAsync();
        }
    }

    private async Task<bool> DrainAsync()
    {
        for (var syncs = 0; syncs < MostCalmSyncs; syncs++)
        {
            var outcome = await phone.SyncAsync();
            if (outcome is { Result: Device.Sync.SyncResult.Done } && await phone.WaitingAsync() == 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<IReadOnlyList<string>> CheckAsync()
    {
        var found = new List<string>();
        var stored = database.Envelopes();
        var signals = await phone.SignalsAsync();
        foreach (var (id, bytes) in phone.Sealed)
        {
            if (!stored.TryGetValue(id, out var there))
            {
                tally.Lost++;
                found.Add($"{id} is sealed and not at the reporting point");
            }
            else if (!there.AsSpan().SequenceEqual(bytes))
            {
                tally.Lost++;
                found.Add($"{id} is not what was sealed");
            }
        }

        foreach (var id in stored.Keys.Except(phone.Sealed.Keys))
        {
            tally.Doubled++;
            found.Add($"{id} is at the reporting point and was never sealed");
        }

        var (rows, last) = database.Numbered();
        if (rows != last)
        {
            tally.Doubled++;
            found.Add($"{last} numbers were given out for {rows} signals");
        }

        foreach (var (id, state) in signals.Select(signal => (signal.Id, signal.State)).Concat(signals.SelectMany(signal => signal.FollowUps.Select(sent => (sent.Id, sent.State)))))
        {
            if (state != SignalState.Received)
            {
                found.Add($"{id} is shown as {state}");
            }
            else if (!stored.ContainsKey(id))
            {
                found.Add($"{id} is shown as received and has no row");
            }
        }

        if (signals.Select(signal => signal.Id).Intersect(phone.Sealed.Keys).Count() != signals.Count)
        {
            found.Add("the device shows a signal that was never sealed");
        }

        var shown = signals.SelectMany(signal => signal.Answers).Select(answer => answer.Id).ToList();
        read.UnionWith(database.Answers());
        found.AddRange(read.Except(shown).Select(id => $"answer {id} was not read"));
        found.AddRange(shown.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => $"answer {same.Key} is shown twice"));
        tally.AnswersRead += shown.Count;
        return found;
    }
}
