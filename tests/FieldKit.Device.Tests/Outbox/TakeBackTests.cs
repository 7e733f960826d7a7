using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Outbox;

/// <summary>Withdrawing a signal that waits, before, during and after an attempt to send it.</summary>
public sealed class TakeBackTests : DeviceTest
{
    [Fact]
    public async Task Waiting_signal_is_a_draft_again_and_never_arrives()
    {
        var id = await WaitingAsync();

        var draft = await Device.TakeBack.RunAsync((await Device.Signals.ReadAsync(id))!);

        Assert.NotEqual(id, draft!.Id);
        Assert.Equal("Ik zag iets.", (await Device.Drafts.ReadAsync(draft.Id))!.Answers["s2_wat"].Text);
        Assert.NotNull(await Device.Drafts.FormAsync(draft.Form, draft.FormVersion));
        Assert.Empty(await Device.Signals.ListAsync());
        await Device.Sync.RunOnceAsync();
        Assert.Equal((EnvelopeKinds.Withdrawal, id), (Point.Stored.Single().Header.Kind, Point.Stored.Single().Header.About!.Value));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Draft_can_be_saved_and_sealed_again_as_a_new_signal()
    {
        var id = await WaitingAsync();
        var draft = (await Device.TakeBack.RunAsync((await Device.Signals.ReadAsync(id))!))!;

        await Device.Drafts.SaveAsync(draft);
        await Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft));
        await Device.Sync.RunOnceAsync();

        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(draft.Id))!.State);
        Assert.Equal([EnvelopeKinds.Signal, EnvelopeKinds.Withdrawal], Point.Stored.Select(stored => stored.Header.Kind).Order());
    }

    [Fact]
    public async Task Signal_that_arrived_without_our_knowing_is_withdrawn_there_too()
    {
        var id = await WaitingAsync();
        Point.Script((point, exchange) =>
        {
            point.Answer(exchange);
            throw new ReportingPointUnreachableException();
        });
        await Device.Sync.RunOnceAsync();

        await Device.TakeBack.RunAsync((await Device.Signals.ReadAsync(id))!);
        await Device.Sync.RunOnceAsync();

        Assert.Equal([id, id], Point.Stored.Select(stored => stored.Header.About ?? stored.Header.Id));
        Assert.Equal(EnvelopeKinds.Withdrawal, Point.Stored[^1].Header.Kind);
        Assert.Single(await Device.Drafts.ListAsync());
        Assert.Empty(await Device.Signals.ListAsync());
    }

    [Fact]
    public async Task Taken_back_while_its_sending_is_under_way_ends_withdrawn_at_both_ends_and_holds_up_no_other()
    {
        var id = await WaitingAsync();
        var other = await Device.WriteAndSealAsync("twee");
        Point.Script((point, exchange) =>
        {
            // The answer is on its way when the writer takes the signal back.
            var answer = point.Answer(exchange).ToFrame();
            var signal = Device.Signals.ReadAsync(id).AsTask().GetAwaiter().GetResult()!;
            Assert.NotNull(Device.TakeBack.RunAsync(signal).AsTask().GetAwaiter().GetResult());
            return answer;
        });

        await Device.Sync.RunOnceAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal(other, Assert.Single(await Device.Signals.ListAsync()).Id);
        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(other))!.State);
        Assert.Single(await Device.Drafts.ListAsync());
        Assert.Equal(3, Point.Stored.Count);
        Assert.Equal((EnvelopeKinds.Withdrawal, id), (Point.Stored[^1].Header.Kind, Point.Stored[^1].Header.About!.Value));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Received_at_the_last_moment_changes_nothing_and_says_so()
    {
        var id = await WaitingAsync();
        var seen = (await Device.Signals.ReadAsync(id))!;
        await Device.Sync.RunOnceAsync();

        Assert.Null(await Device.TakeBack.RunAsync(seen));

        Assert.Equal(SignalState.Received, (await Device.Signals.ReadAsync(id))!.State);
        Assert.Empty(await Device.Drafts.ListAsync());
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Twice_at_once_gives_one_draft()
    {
        var id = await WaitingAsync();
        var seen = (await Device.Signals.ReadAsync(id))!;

        await Device.TakeBack.RunAsync(seen);
        await Device.TakeBack.RunAsync(seen);

        Assert.Single(await Device.Drafts.ListAsync());
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
    }

    private async Task<Guid> WaitingAsync()
    {
        await Device.EnrolAsync(Point);
        return await Device.WriteAndSealAsync();
    }
}
