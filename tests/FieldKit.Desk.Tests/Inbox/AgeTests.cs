using FieldKit.Desk.Inbox;

namespace FieldKit.Desk.Tests.Inbox;

public sealed class AgeTests
{
    [Theory]
    [InlineData(-300, "age.now", 0)]
    [InlineData(59, "age.now", 0)]
    [InlineData(60, "age.minutes", 1)]
    [InlineData(3599, "age.minutes", 59)]
    [InlineData(3600 * 23, "age.hours", 23)]
    [InlineData(3600 * 49, "age.days", 2)]
    public void Seconds_become_a_coarse_age(int seconds, string unit, int count) =>
        Assert.Equal(new Age(unit, count), Age.Of(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(seconds)));
}
