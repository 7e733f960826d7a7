using FieldKit.Device.Sync;

namespace FieldKit.Device.Tests.Sync;

public sealed class BackoffTests
{
    [Fact]
    public void The_ceiling_doubles_and_stops_at_a_quarter_of_an_hour()
    {
        var backoff = new Backoff(() => 1);
        var waits = Enumerable.Range(0, 40).Select(_ => backoff.Next().TotalSeconds).ToList();
        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512], waits.Take(10));
        Assert.All(waits.Skip(10), wait => Assert.Equal(900, wait));
    }

    [Fact]
    public void Jitter_draws_from_the_whole_range()
    {
        var draws = new Queue<double>([0, 0.5, 0.25]);
        var backoff = new Backoff(draws.Dequeue);
        Assert.Equal([0, 1, 1], Enumerable.Range(0, 3).Select(_ => backoff.Next().TotalSeconds));
    }

    [Fact]
    public void After_a_success_it_begins_again()
    {
        var backoff = new Backoff(() => 1);
        backoff.Next();
        backoff.Next();
        backoff.Reset();
        Assert.Equal(TimeSpan.FromSeconds(1), backoff.Next());
    }

    [Fact]
    public void The_quiet_pause_lies_between_five_and_fifteen_minutes()
    {
        Assert.Equal(TimeSpan.FromMinutes(5), new Backoff(() => 0).Quiet());
        Assert.Equal(TimeSpan.FromMinutes(15), new Backoff(() => 1).Quiet());
    }
}
