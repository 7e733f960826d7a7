using FieldKit.Device.Outbox;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Signals;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class FollowUpModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly FollowUpModel model;
    private Guid id;

    public FollowUpModelTests() => model = Another();

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        id = await linkable.Device.WriteAndSealAsync();
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Nothing_can_be_added_before_the_signal_is_received_or_after_it_is_withdrawn()
    {
        Assert.False(await model.OpenAsync(id, withdraws: false));
        await linkable.Device.Sync.RunOnceAsync();
        Assert.True(await model.OpenAsync(id, withdraws: false));
        await linkable.Device.FollowUpAsync(id, "", withdraws: true);

        Assert.False(await Another().OpenAsync(id, withdraws: false));
        Assert.False(await Another().OpenAsync(Guid.NewGuid(), withdraws: false));
    }

    [Fact]
    public async Task Everything_typed_is_kept_at_a_pause_and_found_again()
    {
        await OpenSentAsync();
        model.Write("Het was");
        linkable.Time.Advance(Autosave.Pause);

        var later = Another();
        await later.OpenAsync(id, withdraws: false);

        Assert.Equal("Het was", later.Text);
    }

    [Fact]
    public async Task Empty_follow_up_is_not_sent_and_a_withdrawal_needs_no_reason()
    {
        await OpenSentAsync();
        model.Write("  ");
        Assert.False(await model.SendAsync());

        await model.OpenAsync(id, withdraws: true);
        Assert.True(await model.SendAsync());

        Assert.True((await linkable.Device.Signals.ReadAsync(id))!.FollowUps.Single().Withdraws);
    }

    [Fact]
    public async Task Sent_it_stands_in_the_timeline_as_waiting_then_received()
    {
        await OpenSentAsync();
        model.Write("Het was op dinsdag.");
        Assert.True(await model.SendAsync());
        Assert.Equal((TimelineKind.Own, SignalState.Sealed), await LastStepAsync());

        await linkable.Device.Sync.RunOnceAsync();

        Assert.Equal((TimelineKind.Own, SignalState.Received), await LastStepAsync());
        Assert.Equal("", Another().Text);
    }

    [Fact]
    public async Task Question_answer_and_next_question_stand_in_that_order()
    {
        await OpenSentAsync();
        linkable.Point.SendAnswer(id, "eerste-blik", "Wanneer was het?");
        await linkable.Device.Sync.RunOnceAsync();
        await model.OpenAsync(id, withdraws: false);
        Assert.Equal("Wanneer was het?", model.LastWords);
        model.Write("Dinsdag.");
        await model.SendAsync();
        linkable.Point.SendAnswer(id, "eerste-blik", "En wie was erbij?");
        await linkable.Device.Sync.RunOnceAsync();

        var steps = Timeline.Of((await linkable.Device.Signals.ReadAsync(id))!);

        Assert.Equal(
            [TimelineKind.Sealed, TimelineKind.Received, TimelineKind.Stage, TimelineKind.Own, TimelineKind.Message], steps.Select(step => step.Kind));
    }

    [Fact]
    public async Task Put_away_it_is_kept_and_forgotten()
    {
        await OpenSentAsync();
        model.Write("Half");

        await model.PutAwayAsync();

        Assert.Equal(("", null), (model.Text, model.Signal));
        Assert.Equal("Half", (await linkable.Device.FollowUps.DraftAsync(id, withdraws: false)).Text);
    }

    private FollowUpModel Another() => new(linkable.Device.FollowUps, linkable.Device.Signals, linkable.Time);

    private async Task OpenSentAsync()
    {
        await linkable.Device.Sync.RunOnceAsync();
        await model.OpenAsync(id, withdraws: false);
    }

    private async Task<(TimelineKind, SignalState?)> LastStepAsync()
    {
        var last = Timeline.Of((await linkable.Device.Signals.ReadAsync(id))!)[^1];
        return (last.Kind, last.Delivery);
    }
}
