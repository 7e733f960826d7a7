using FieldKit.Benchmarks.FirstVisit;

namespace FieldKit.Benchmarks.Sync;

/// <summary>
/// A hundred queued signals of 2 KiB, synced by a device on SQLite with the published reporting point, against the
/// same sealed bytes in one plain POST. Ours: read and decrypt the queue, exchange, verify the receipt, write it down
/// durably on both ends. The floor: one durable insert transaction, in a process of its own too.
/// </summary>
internal static class SyncBenchmark
{
    private const int Samples = 21;

    /// <summary>Not counted, on both sides: the runtime compiles a method well only after a while, and often.</summary>
    private const int WarmUps = 80;
    private const int Signals = 100;
    private const double TimeBar = 3;
    private const double BytesBar = 1.1;

    public static async Task<bool> RunAsync()
    {
        await using var site = await RunningSite.StartAsync();
        await using var floor = await PlainPost.StartAsync();
        using var folder = new TemporaryFolder();
        using var counter = new WireCounter(site.Address);
        using var floorCounter = new WireCounter(floor.Address);
        using var sender = await SyncingDevice.EnrolAsync(folder.File("device.db"), site.EnrolmentCode, site.Address);

        var (ours, waits, ends, plain) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        await sender.QueueAsync(Signals);
        await sender.SyncAsync(Signals);
        for (var sample = -WarmUps; sample < Samples; sample++)
        {
            // Both right after a queue was written, and each first as often as second: a disk is slower while it catches up.
            var sent = sender.LastSent;
            await sender.QueueAsync(Signals);
            // What writing the queue left to be cleared up is not measured: whoever came first paid for it.
            GC.Collect();
            var plainTime = int.IsEvenInteger(sample) ? await floor.SendAsync(floor.Address, sent) : (TimeSpan?)null;
            var (told, over) = await sender.SyncAsync(Signals);
            plainTime ??= await floor.SendAsync(floor.Address, sent);
            if (sample >= 0)
            {
                ours.Add(told.TotalMilliseconds);
                ends.Add(over.TotalMilliseconds);
                waits.Add(sender.LastWait.TotalMilliseconds);
                plain.Add(plainTime.Value.TotalMilliseconds);
            }
        }

        using var counted = sender.Through(counter.Address);
        await counted.QueueAsync(Signals);
        await counted.SyncAsync(Signals);
        await floor.SendAsync(floorCounter.Address, counted.LastSent);

        var table = new ComparisonTable($"{Signals} queued signals of 2 KiB synced, against one plain POST", ("FieldKit", "plain POST"));
        table.Add("ms, queue to receipts", Medians.Of(ours), Medians.Of(plain), TimeBar);
        table.Add("of which ms until the answer", Medians.Of(waits), Medians.Of(plain));
        table.Add("with the clearing after it", Medians.Of(ends), Medians.Of(plain));
        table.Add("bytes on the wire, both ways", counter.BothWays, floorCounter.BothWays, BytesBar);
        return table.Print();
    }
}
