using FieldKit.Desk.Inbox;
using FieldKit.Desk.Tests.Setting;

namespace FieldKit.Desk.Tests.Inbox;

public sealed class LeavesSoonTests : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Case given = new();

    [Theory]
    [InlineData(8, false)]
    [InlineData(7, false)]
    [InlineData(6, true)]
    [InlineData(-1, true)]
    public void Line_says_it_in_the_last_week_and_while_clearing_is_late(int days, bool says) =>
        Assert.Equal(says, LeavesSoon.Is(given.Item() with { KeptUntil = now.AddDays(days) }, now));

    [Fact]
    public void Line_says_nothing_of_what_nothing_clears() => Assert.False(LeavesSoon.Is(given.Item() with { KeptUntil = null }, now));

    public void Dispose() => given.Dispose();
}
