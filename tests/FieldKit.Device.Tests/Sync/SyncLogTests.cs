using System.Text;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

public sealed class SyncLogTests : DeviceTest
{
    [Fact]
    public async Task Tells_what_became_of_each_run_also_after_a_restart()
    {
        await Device.EnrolAsync(Point);
        Point.Script(Misbehaviours.LoseRequest, Misbehaviours.AskToWait(TimeSpan.FromMinutes(1)), Misbehaviours.Refuse(Refusals.VersionUnsupported));
        await Device.WriteAndSealAsync();
        for (var run = 0; run < 4; run++)
        {
            await Device.Sync.RunOnceAsync();
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        Restart();

        Assert.Equal(
            [(SyncResult.Offline, false, null, 0), (SyncResult.Offline, true, null, 0), (SyncResult.Refused, false, Refusals.VersionUnsupported, 0), (SyncResult.Done, false, null, 1)],
            (await Device.SyncLog.ReadAsync()).Select(entry => (entry.Result, entry.AskedToWait, entry.Refusal, entry.Received)));
    }

    [Fact]
    public async Task A_night_without_a_connection_is_one_entry()
    {
        await Device.EnrolAsync(Point);
        Point.Script([.. Enumerable.Repeat(Misbehaviours.LoseRequest, 100)]);
        var evening = Time.GetUtcNow();
        for (var run = 0; run < 100; run++)
        {
            await Device.Sync.RunOnceAsync();
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        var entry = Assert.Single(await Device.SyncLog.ReadAsync());
        Assert.Equal((100, evening, evening.AddMinutes(99 * 5)), (entry.Times, entry.From, entry.Until));
    }

    [Fact]
    public async Task Keeps_the_newest_fifty()
    {
        await Device.EnrolAsync(Point);
        for (var run = 0; run < SyncLog.MostEntries + 5; run++)
        {
            await Device.WriteAndSealAsync();
            await Device.Sync.RunOnceAsync();
            Time.Advance(TimeSpan.FromMinutes(5));
        }

        var entries = await Device.SyncLog.ReadAsync();
        Assert.Equal(SyncLog.MostEntries, entries.Count);
        Assert.Equal(Time.GetUtcNow().AddMinutes(-5), entries[^1].From);
    }

    [Fact]
    public async Task Names_no_signal_and_holds_no_word_of_one()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("kanariewoord");
        await Device.Sync.RunOnceAsync();

        var record = Assert.Single(await Device.Store.ListAsync(DeviceStores.SyncLog, KeyTier.Device));
        var text = Encoding.UTF8.GetString(record.Plaintext);
        Assert.DoesNotContain("kanariewoord", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"{id:D}", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Goes_on_after_wissen_as_sending_does()
    {
        await Device.EnrolAsync(Point);
        await Device.Sync.RunOnceAsync();
        await Device.WriteAndSealAsync();

        await Device.Wipe.RunAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal(1, (await Device.SyncLog.ReadAsync())[^1].Received);
    }
}
