using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

/// <summary>How many signals are put at stake in one exchange.</summary>
public sealed class PortionTests : DeviceTest
{
    private const int Waiting = 15;

    [Fact]
    public async Task On_a_line_that_carries_all_go_at_once()
    {
        await QueueAsync();

        await Device.Sync.RunOnceAsync();

        Assert.Equal([Waiting], Sent());
    }

    [Fact]
    public async Task After_a_line_that_broke_a_few_go_first_and_more_as_answers_come_quickly()
    {
        await QueueAsync();
        Point.Script(Misbehaviours.LoseRequest);
        await Device.Sync.RunOnceAsync();
        Point.Exchanges.Clear();

        await Device.Sync.RunOnceAsync();

        Assert.Equal([4, 8, 3], Sent());
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task On_a_slow_line_portions_stay_small_and_what_got_across_before_it_breaks_is_not_sent_again()
    {
        await QueueAsync();
        Point.Script(Misbehaviours.LoseRequest, Slow, Slow, Misbehaviours.LoseRequest);
        await Device.Sync.RunOnceAsync();
        Point.Exchanges.Clear();

        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);

        Assert.Equal([4, 4, 4], Sent());
        Assert.Equal(Waiting - 8, await Device.Outbox.WaitingCountAsync());
        await Device.Sync.RunOnceAsync();
        Assert.Equal(Waiting, Point.Stored.Select(stored => stored.Header.Id).Distinct().Count());
        Assert.Equal(Waiting, Point.Stored.Count);
    }

    private Misbehaviour Slow => (point, exchange) =>
    {
        Time.Advance(TimeSpan.FromSeconds(2));
        return point.Answer(exchange).ToFrame();
    };

    private IEnumerable<int> Sent() => Point.Exchanges.Select(exchange => exchange.Request.Envelopes.Count).Where(count => count > 0);

    private async Task QueueAsync()
    {
        await Device.EnrolAsync(Point);
        for (var number = 0; number < Waiting; number++)
        {
            await Device.WriteAndSealAsync($"Feit {number}.");
        }
    }
}
