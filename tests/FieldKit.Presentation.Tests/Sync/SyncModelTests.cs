using FieldKit.Device.Content;
using FieldKit.Device.Sync;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Sync;

public sealed class SyncModelTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly LinkableDevice linkable = new();
    private readonly HandledConnection connection = new();
    private readonly SyncModel model;

    public SyncModelTests()
    {
        var library = linkable.Device.Content;
        var shelf = new ContentShelf(library.CurrentAsync, async () => await library.UpdateAsync() is ContentUpdate.Updated);
        model = new(linkable.Device.Sync, linkable.Device.Outbox, shelf, connection, linkable.Time);
    }

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task What_waits_is_counted_while_locked()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Point.Script(Misbehaviours.LoseRequest);
        await linkable.Device.WriteAndSealAsync();
        linkable.Device.Keys.Lock();

        _ = model.StartAsync();

        await UntilAsync(() => model.Waiting == 1);
    }

    [Fact]
    public async Task Coming_online_sends_what_waits_without_a_tap()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await linkable.Device.WriteAndSealAsync();
        connection.Set(false);
        linkable.Point.Script(Misbehaviours.LoseRequest);
        _ = model.StartAsync();
        await UntilAsync(() => linkable.Device.Sync.Status is { State: SyncState.Offline, WaitingUntil: not null });
        Assert.Null(model.Obstacle);
        var moved = false;
        model.Moved += () => moved = true;

        connection.Set(true);

        await UntilAsync(() => model.Waiting == 0);
        Assert.True(moved);
        Assert.Single(linkable.Point.Stored);
    }

    [Fact]
    public async Task A_revoked_device_is_told_to_link_again_and_keeps_what_waits()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Point.Script(Misbehaviours.Refuse(Refusals.DeviceRevoked));
        await linkable.Device.WriteAndSealAsync();

        _ = model.StartAsync();

        await UntilAsync(() => model is { Obstacle: "sync.revoked", Waiting: 1 });
    }

    [Theory]
    [InlineData(Refusals.VersionUnsupported, "sync.update-app")]
    [InlineData(SyncRefusals.ReportingPointOlder, "sync.point-older")]
    public async Task When_versions_differ_it_is_told_which_is_to_be_updated_and_everything_waits(string refusal, string told)
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Point.Script(Misbehaviours.Refuse(refusal));
        await linkable.Device.WriteAndSealAsync();

        _ = model.StartAsync();

        await UntilAsync(() => model.Obstacle == told && model.Waiting == 1);
    }

    [Fact]
    public async Task A_receipt_that_does_not_verify_is_told()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Point.Script(Misbehaviours.ForgedReceipt);
        await linkable.Device.WriteAndSealAsync();

        _ = model.StartAsync();

        await UntilAsync(() => model is { Obstacle: "sync.receipt-unverified", Waiting: 1 });
    }

    [Fact]
    public async Task A_queue_of_several_counts_up_once_the_line_carries_again()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        linkable.Point.Script(Misbehaviours.LoseRequest);
        foreach (var number in Enumerable.Range(1, 12))
        {
            await linkable.Device.WriteAndSealAsync($"Feit {number}.");
        }

        var steps = new List<string>();
        model.PropertyChanged += (_, _) =>
        {
            if (model.Progress is { } progress && steps.LastOrDefault() != $"{progress.Sent} van {progress.Of}")
            {
                Assert.Null(model.Obstacle);
                steps.Add($"{progress.Sent} van {progress.Of}");
            }
        };
        _ = model.StartAsync();
        await UntilAsync(() => model is { Obstacle: "sync.retry", Waiting: 12 });

        model.SendNow();

        await UntilAsync(() => model is { Waiting: 0, Progress: null });
        Assert.Equal(["4 van 12", "12 van 12"], steps);
    }

    [Fact]
    public async Task A_single_message_is_not_counted()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await linkable.Device.WriteAndSealAsync();
        var counted = false;
        model.PropertyChanged += (_, _) => counted |= model.Progress is not null;

        _ = model.StartAsync();

        await UntilAsync(() => model.Waiting == 0);
        Assert.False(counted);
    }

    // Waits for the model to say so, not for a length of time.
    private async Task UntilAsync(Func<bool> holds)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, EventArgs change)
        {
            if (holds())
            {
                reached.TrySetResult();
            }
        }

        model.PropertyChanged += Look;
        Look(null, EventArgs.Empty);
        await reached.Task.WaitAsync(Patience);
        model.PropertyChanged -= Look;
    }
}
