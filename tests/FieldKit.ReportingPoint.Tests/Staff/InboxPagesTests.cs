using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;

namespace FieldKit.ReportingPoint.Tests.Staff;

public sealed class InboxPagesTests : IAsyncLifetime
{
    private readonly RunningPoint point = new();
    private FieldDevice worker = null!;
    private StaffMember screener = null!;

    public async Task InitializeAsync()
    {
        worker = await point.EnrolledAsync();
        screener = await StaffMember.ScreenerAsync(point);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&waiting=nobody&unread=true&stage=ontvangen&form=signaal")]
    public async Task Pages_hold_fifty_and_each_signal_once_the_last_arrival_first(string filter)
    {
        var signals = await SentAsync(120);
        await worker.ExchangeAsync(worker.FollowUp(signals[3]), worker.FollowUp(signals[3]), worker.FollowUp(signals[60]));

        var one = await PageAsync(long.MaxValue, filter);
        var two = await PageAsync(one.Next!.Value, filter);
        var three = await PageAsync(two.Next!.Value, filter);

        Assert.Equal((50, 50, 20), (one.Items.Count, two.Items.Count, three.Items.Count));
        Assert.Null(three.Next);
        Guid[] expected = [Id(60), Id(3), .. Enumerable.Range(0, 120).Reverse().Where(n => n is not 3 and not 60).Select(Id)];
        Assert.Equal(expected, one.Items.Concat(two.Items).Concat(three.Items).Select(item => item.Id));

        Guid Id(int n) => signals[n].Header.Id;
    }

    [Fact]
    public async Task Page_that_was_begun_goes_on_where_it_was_whatever_comes_in_meanwhile()
    {
        var signals = await SentAsync(60);
        var one = await PageAsync(long.MaxValue);
        await SentAsync(20);

        var two = await PageAsync(one.Next!.Value);

        Assert.Equal(signals.Take(10).Reverse().Select(signal => signal.Header.Id), two.Items.Select(item => item.Id));
    }

    [Theory]
    [InlineData("&waiting=mine")]
    [InlineData("&waiting=colleague")]
    [InlineData("&stage=afgerond")]
    public async Task Pages_of_what_people_did_are_pages_too_and_a_follow_up_brings_up(string filter)
    {
        var signals = await SentAsync(70);
        using var colleague = await StaffMember.WeigherAsync(point);
        var member = filter.Contains("colleague", StringComparison.Ordinal) ? colleague : screener;
        await screener.OpenAsync(signals[0].Header.Id);
        await point.ExecuteAsync($"""
            INSERT INTO progress (municipality, id, stage, stage_version, opened_at, read_to, last_sequence)
            SELECT municipality, id, 'afgerond', 2, 1, sequence, sequence FROM envelopes WHERE id NOT IN (SELECT id FROM progress);
            UPDATE progress SET stage = 'afgerond', in_hand_of = (SELECT id FROM staff WHERE name = '{Setups.UtrechtSecrets.Name}')
            """);
        await worker.ExchangeAsync(worker.FollowUp(signals[0]));

        var one = await PageAsync(long.MaxValue, filter, member);
        var two = await PageAsync(one.Next!.Value, filter, member);

        Assert.Equal([signals[0].Header.Id, .. signals.Skip(1).Reverse().Select(signal => signal.Header.Id)], one.Items.Concat(two.Items).Select(item => item.Id));
        Assert.Equal((50, 20, null), (one.Items.Count, two.Items.Count, two.Next));
    }

    [Fact]
    public async Task What_is_far_down_is_reached_by_going_on_in_bounded_steps()
    {
        var sought = (await SentAsync(1))[0];
        await SentAsync(InboxPages.MostLookedThrough + 50);
        using var colleague = await StaffMember.WeigherAsync(point);
        await point.ExecuteAsync("UPDATE municipalities SET unread_after = last_sequence");
        await point.ExecuteAsync("UPDATE municipalities SET unread_after = 0 WHERE id <> 'utrecht'");
        await worker.ExchangeAsync(worker.Seal("nieuw"));

        var one = await PageAsync(long.MaxValue, "&form=no-such");

        Assert.Empty(one.Items);
        Assert.NotNull(one.Next);
        Assert.Null((await PageAsync(one.Next!.Value, "&form=no-such")).Next);
        Assert.Single(await colleague.InboxAsync("unread=true"));
        Assert.Contains(sought.Header.Id, (await screener.InboxAsync("stage=ontvangen")).Select(item => item.Id));
    }

    [Fact]
    public async Task Follow_up_from_another_device_moves_nothing()
    {
        var signals = await SentAsync(2);
        await screener.OpenAsync(signals[0].Header.Id);
        await screener.OpenAsync(signals[1].Header.Id);
        await point.MoveAsync(signals[0].Header.Id, "eerste-blik");
        await point.MoveAsync(signals[1].Header.Id, "eerste-blik");
        var other = await point.EnrolledAsync();
        await other.ExchangeAsync(other.FollowUp(signals[0]));

        Assert.Equal(signals.Reverse().Select(signal => signal.Header.Id), (await screener.InboxAsync()).Select(item => item.Id));
        Assert.Equal(signals.Reverse().Select(signal => signal.Header.Id), (await screener.InboxAsync("stage=eerste-blik")).Select(item => item.Id));
    }

    public Task DisposeAsync()
    {
        screener.Dispose();
        point.Dispose();
        return Task.CompletedTask;
    }

    private async Task<InboxPart> PageAsync(long before, string filter = "", StaffMember? member = null) =>
        (await (member ?? screener).Client.GetFromJsonAsync($"/api/v1/staff/inbox?before={before}{filter}", ProtocolJson.Default.InboxPart))!;

    private async Task<Envelope[]> SentAsync(int count)
    {
        Envelope[] signals = [.. Enumerable.Range(0, count).Select(_ => worker.Seal("Ik zag iets."))];
        foreach (var some in signals.Chunk(100))
        {
            await worker.ExchangeAsync(some);
        }

        return signals;
    }
}
