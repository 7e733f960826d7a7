using System.Text;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Device.Content;
using FieldKit.Device.Sync;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Content;

public sealed class ContentLibraryTests : DeviceTest
{
    [Fact]
    public async Task Without_any_bundle_there_is_none()
    {
        Assert.Null(await Device.Content.CurrentAsync());
        Assert.Equal(ContentUpdate.Refused, await Device.Content.UpdateAsync());
    }

    [Fact]
    public async Task A_verified_bundle_is_there_after_a_restart_without_pin_or_enrolment()
    {
        Point.Publish(1, Bundle(1));
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
        Assert.Equal(ContentUpdate.AlreadyCurrent, await Device.Content.UpdateAsync());
        Assert.Equal(new DateOnly(2026, 1, 1), (await Restart().Content.CurrentAsync())!.BuiltOn);
        Assert.Equal(1, Device.Content.Sequence);
    }

    [Fact]
    public async Task A_newer_bundle_announced_by_an_exchange_is_fetched()
    {
        await Device.EnrolAsync(Point);
        Point.Publish(1, Bundle(1));
        await Device.Sync.RunOnceAsync();
        Point.Publish(2, Bundle(2));
        await Device.Sync.RunOnceAsync();
        Assert.Equal(new DateOnly(2026, 1, 2), (await Device.Content.CurrentAsync())!.BuiltOn);
    }

    [Fact]
    public async Task A_bundle_signed_by_another_key_leaves_the_old_one()
    {
        await Device.EnrolAsync(Point);
        using var stranger = SigningKey.Generate();
        await KeepsTheFirstAsync(ContentUpdate.Refused, () => Point.Publish(2, Bundle(2), stranger));
    }

    [Fact]
    public async Task Before_enrolment_the_first_key_seen_must_stay_the_same()
    {
        using var stranger = SigningKey.Generate();
        await KeepsTheFirstAsync(ContentUpdate.Refused, () => Point.Publish(2, Bundle(2), stranger));
    }

    [Fact]
    public Task An_older_sequence_leaves_the_old_one() => KeepsTheFirstAsync(ContentUpdate.Refused, () => Point.Publish(0, Bundle(2)));

    [Fact]
    public Task A_cut_off_download_leaves_the_old_one() => KeepsTheFirstAsync(ContentUpdate.Refused, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.Content = Point.Content[..^1];
    });

    [Fact]
    public Task Signed_bytes_that_are_no_bundle_leave_the_old_one() =>
        KeepsTheFirstAsync(ContentUpdate.Refused, () => Point.Publish(2, Encoding.UTF8.GetBytes("<html>")));

    [Fact]
    public Task A_sequence_that_was_not_signed_leaves_the_old_one() => KeepsTheFirstAsync(ContentUpdate.Refused, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.Manifest = Point.Manifest! with { Sequence = 3 };
    });

    [Fact]
    public async Task A_kept_bundle_that_was_altered_is_not_used()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        await Device.Records.CommitAsync([new(new("content", "bundle"), 1, Bundle(9))]);
        Assert.Null(await Restart().Content.CurrentAsync());
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
    }

    private static byte[] Bundle(int day) => JsonSerializer.SerializeToUtf8Bytes(
        new ContentBundle(new(2026, 1, day), [], [], [], [], []), DomainJson.Default.ContentBundle);

    private async Task KeepsTheFirstAsync(ContentUpdate expected, Action publish)
    {
        Point.Publish(1, Bundle(1));
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
        publish();
        Assert.Equal(expected, await Device.Content.UpdateAsync());
        Assert.Equal(new DateOnly(2026, 1, 1), (await Device.Content.CurrentAsync())!.BuiltOn);
        Assert.Equal(new DateOnly(2026, 1, 1), (await Restart().Content.CurrentAsync())!.BuiltOn);
    }
}
