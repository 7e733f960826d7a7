using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Retention;

/// <summary>A server's clock that is wrong makes signals go late, or some days early, and never all at once.</summary>
public sealed class RetentionClockTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly RunningPoint point = new();

    [Fact]
    public async Task Clock_that_is_ten_years_ahead_for_a_while_clears_nothing()
    {
        var signal = await ClosedAsync();
        var right = point.Clock.GetUtcNow();
        point.Clock.SetClock(right.AddYears(10));

        // Four runs a day: this is six days, in which somebody at the desk reads dates of ten years on.
        for (var run = 0; run < 24; run++)
        {
            await point.RunAsync();
        }

        point.Clock.SetClock(right);
        await point.RunAsync();
        Assert.True(await point.HasAsync(signal));
        await point.PassDayByDayAsync(Terms.Days - 1);
        Assert.True(await point.HasAsync(signal));
        await point.PassDayByDayAsync(1);
        Assert.False(await point.HasAsync(signal));
    }

    [Fact]
    public async Task Clock_that_went_back_makes_it_late_and_never_early()
    {
        var signal = await ClosedAsync();
        point.Clock.SetClock(point.Clock.GetUtcNow().AddYears(-6));

        await point.PassDayByDayAsync(2 * Terms.Days);

        Assert.True(await point.HasAsync(signal));
    }

    [Fact]
    public async Task Reporting_point_that_stood_still_catches_up_a_day_with_each_run()
    {
        var signal = await ClosedAsync();
        point.Clock.SetClock(point.Clock.GetUtcNow().AddDays(60));

        for (var run = 1; run < Terms.Days; run++)
        {
            await point.RunAsync();
        }

        Assert.True(await point.HasAsync(signal));
        await point.RunAsync();
        Assert.False(await point.HasAsync(signal));
    }

    [Fact]
    public void First_run_begins_with_the_clock() => Assert.Equal(Now, RetentionClock.Next(RetentionClock.NotBegun, Now));

    [Theory]
    [InlineData(6, 6)]
    [InlineData(24, 24)]
    [InlineData(25, 24)]
    [InlineData(87_600, 24)]
    [InlineData(-6, -6)]
    [InlineData(-87_600, -87_600)]
    public void It_goes_on_by_a_day_at_most_and_back_at_once(int hours, int moved) =>
        Assert.Equal(Now.AddHours(moved), RetentionClock.Next(Now, Now.AddHours(hours)));

    public void Dispose() => point.Dispose();

    private async Task<Guid> ClosedAsync()
    {
        await point.RunAsync();
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        return signal.Header.Id;
    }
}
