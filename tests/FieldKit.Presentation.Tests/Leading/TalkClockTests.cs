using FieldKit.Presentation.Leading;

namespace FieldKit.Presentation.Tests.Leading;

public sealed class TalkClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 5, 0, TimeSpan.FromHours(1));

    private readonly TalkClock clock = new(Start, false, new Dictionary<string, TimeSpan>());

    [Fact]
    public void A_short_gap_counts()
    {
        clock.Look("kring", Start.AddMinutes(9));

        Assert.Equal(TimeSpan.FromMinutes(9), clock.On("kring"));
    }

    [Fact]
    public void A_long_gap_is_a_talk_that_stood_still()
    {
        clock.Look("kring", Start.AddMinutes(1));
        clock.Look("kring", Start.AddHours(2));

        Assert.Equal((TimeSpan.FromMinutes(1), true), (clock.On("kring"), clock.IsPaused));
    }

    [Fact]
    public void A_clock_that_was_set_back_adds_nothing_and_goes_on_from_there()
    {
        clock.Look("kring", Start.AddMinutes(1));
        clock.Look("kring", Start.AddHours(-1));
        clock.Look("kring", Start.AddHours(-1).AddMinutes(2));

        Assert.Equal(TimeSpan.FromMinutes(3), clock.On("kring"));
    }
}
