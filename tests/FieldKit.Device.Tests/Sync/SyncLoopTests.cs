using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

/// <summary>The loop by itself: time moves by hand, and a test waits for a state, never for a while.</summary>
public sealed class SyncLoopTests : DeviceTest
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    [Fact]
    public async Task What_is_sealed_is_sent_without_a_tap()
    {
        await using var running = await StartedAsync();
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, Device.Sync.Status.Last!.Received);
    }

    [Fact]
    public async Task A_trigger_ends_the_wait_for_a_connection()
    {
        await using var running = await StartedAsync();
        Point.Script(Misbehaviours.LoseRequest);
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Assert.Equal(SyncState.Offline, Device.Sync.Status.State);
        await running.AfterAsync(Device.Sync.Trigger);
        Assert.Equal(SyncState.Idle, Device.Sync.Status.State);
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task It_never_gives_up_and_never_waits_longer_than_its_ceiling()
    {
        await using var running = await StartedAsync();
        Point.Script([.. Enumerable.Repeat(Misbehaviours.LoseRequest, 30)]);
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        for (var attempt = 0; attempt < 30; attempt++)
        {
            var wait = Time.NextTimer;
            Assert.InRange(wait!.Value, TimeSpan.Zero, Longest);
            // Timers count whole milliseconds.
            Assert.Equal(Time.GetUtcNow() + wait.Value, Device.Sync.Status.WaitingUntil!.Value, TimeSpan.FromMilliseconds(1));
            await running.AfterAsync(() => Time.Advance(wait.Value));
        }

        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task A_requested_wait_is_obeyed_to_the_second_even_when_triggered()
    {
        await using var running = await StartedAsync();
        Point.Script(Misbehaviours.AskToWait(TimeSpan.FromSeconds(90)));
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        var before = Point.Exchanges.Count;
        Assert.Equal(TimeSpan.FromSeconds(90), Time.NextTimer);
        Device.Sync.Trigger();
        Time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(before, Point.Exchanges.Count);
        await running.AfterAsync(() => Time.Advance(TimeSpan.FromSeconds(1)));
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task A_wait_of_years_is_cut_to_an_hour()
    {
        await using var running = await StartedAsync();
        Point.Script(Misbehaviours.AskToWait(TimeSpan.FromDays(1000)));
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Assert.Equal(TimeSpan.FromHours(1), Time.NextTimer);
    }

    [Theory]
    [InlineData(-3650)]
    [InlineData(3650)]
    public async Task A_clock_that_jumps_years_stalls_nothing(int days)
    {
        await using var running = await StartedAsync();
        Point.Script(Misbehaviours.LoseRequest, Misbehaviours.LoseRequest);
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Time.SetClock(Time.GetUtcNow().AddDays(days));
        await running.AfterAsync(() => Time.Advance(Time.NextTimer!.Value));
        Assert.InRange(Time.NextTimer!.Value, TimeSpan.Zero, Longest);
        await running.AfterAsync(() => Time.Advance(Time.NextTimer!.Value));
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Assert.Equal(2, Point.Stored.Count);
    }

    [Fact]
    public async Task A_refused_device_is_tried_again_in_the_end()
    {
        await using var running = await StartedAsync();
        Point.Script(Misbehaviours.Refuse(Refusals.DeviceRevoked));
        await running.AfterAsync(async () => await Device.WriteAndSealAsync());
        Assert.Equal((SyncState.WaitingUntil, Refusals.DeviceRevoked), (Device.Sync.Status.State, Device.Sync.Status.Last!.Refusal));
        await running.AfterAsync(() => Time.Advance(Time.NextTimer!.Value));
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task A_device_without_room_tries_again_when_there_is_some()
    {
        FaultyRecordStore? faulty = null;
        using var folder = new TemporaryFolder();
        using var device = new NativeDevice(folder.File("device.db"), Point, Time, store => faulty = new(store));
        await device.EnrolAsync(Point);
        await device.WriteAndSealAsync();
        await using var running = new RunningLoop(device.Sync, Time);
        faulty!.FailBeforeNextCommit = true;
        await running.AfterAsync(running.Start);
        Assert.Equal(SyncResult.Failed, device.Sync.Status.Last!.Result);
        Assert.Equal(1, await device.Outbox.WaitingCountAsync());
        await running.AfterAsync(device.Sync.Trigger);
        Assert.Equal(new(SyncResult.Done, Received: 1), device.Sync.Status.Last);
        Assert.Single(Point.Stored);
    }

    [Fact]
    public async Task With_nothing_to_do_it_looks_now_and_then()
    {
        await using var running = await StartedAsync();
        Assert.InRange(Time.NextTimer!.Value, TimeSpan.FromMinutes(5), Longest);
        await running.AfterAsync(() => Time.Advance(Longest));
        Assert.Equal(2, Point.Exchanges.Count);
    }

    [Fact]
    public async Task Stopped_it_leaves_no_timer_behind()
    {
        var running = await StartedAsync();
        await running.DisposeAsync();
        Assert.Null(Time.NextTimer);
        Assert.Null(Device.Sync.Status.WaitingUntil);
    }

    private async Task<RunningLoop> StartedAsync()
    {
        await Device.EnrolAsync(Point);
        var running = new RunningLoop(Device.Sync, Time);
        await running.AfterAsync(running.Start);
        return running;
    }
}
