using FieldKit.Crypto;
using FieldKit.Device.Content;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Languages;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Content;

public sealed class ContentLibraryTests : DeviceTest
{
    [Fact]
    public async Task Without_any_content_there_is_none()
    {
        Assert.Null(await Device.Content.CurrentAsync());
        Assert.Equal(ContentUpdate.Unreachable, await Device.Content.UpdateAsync());
        Assert.Null(Device.Content.Age);
    }

    [Fact]
    public async Task Verified_content_is_there_after_a_restart_without_pin_or_enrolment()
    {
        Point.Publish(1, Bundle(1));
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
        Assert.Equal(ContentUpdate.AlreadyCurrent, await Device.Content.UpdateAsync());
        Assert.Equal(1, await DayInUseAsync(Restart()));
        Assert.Equal((1, new ContentAge(new(2026, 1, 1), new(2027, 1, 1))), (Device.Content.Sequence, Device.Content.Age));
    }

    [Fact]
    public async Task First_visit_gets_everything_at_once_and_an_update_only_what_is_lacking()
    {
        Point.Publish(1, Bundle(1, "112", "113"));
        await Device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2, "112", "114"));
        await Device.Content.UpdateAsync();

        Assert.Equal([null, 1], Point.PartsAsked.Select(asked => asked?.Count));
        Device.Content.Switch();
        Assert.Equal(["112", "114"], (await Device.Content.CurrentAsync())!.Contacts.Select(contact => contact.Phone));
    }

    [Fact]
    public async Task Content_with_only_something_taken_out_downloads_no_parts()
    {
        Point.Publish(1, Bundle(1, "112", "113"));
        await Device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2, "112"));
        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());
        Assert.Single(Point.PartsAsked);
        Assert.Single((await Restart().Content.CurrentAsync())!.Contacts);
    }

    [Fact]
    public async Task Newer_content_waits_until_somebody_asks_for_it()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2));

        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());

        Assert.Equal(1, await DayInUseAsync(Device));
        Assert.True(Device.Content.IsNewerWaiting);
        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());
        Device.Content.Switch();
        Assert.Equal(2, await DayInUseAsync(Device));
        Assert.False(Device.Content.IsNewerWaiting);
        Assert.Equal(ContentUpdate.AlreadyCurrent, await Device.Content.UpdateAsync());
    }

    [Fact]
    public async Task Newer_content_is_in_use_after_the_next_start()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2));
        await Device.Content.UpdateAsync();

        Assert.Equal(2, await DayInUseAsync(Restart()));
        Assert.False(Device.Content.IsNewerWaiting);
    }

    [Fact]
    public async Task Newer_content_announced_by_an_exchange_is_fetched()
    {
        await Device.EnrolAsync(Point);
        Point.Publish(1, Bundle(1));
        await Device.Sync.RunOnceAsync();
        Point.Publish(2, Bundle(2));
        await Device.Sync.RunOnceAsync();
        Assert.True(Device.Content.IsNewerWaiting);
        Assert.Equal(2, Device.Content.Sequence);
    }

    [Fact]
    public async Task Parts_of_neither_the_new_nor_the_present_edition_are_thrown_away()
    {
        for (var day = 1; day <= 4; day++)
        {
            Point.Publish(day, Bundle(day, $"11{day}"));
            await Device.Content.UpdateAsync();
            Device.Content.Switch();
        }

        Assert.Equal(2, await Device.Records.CountAsync("content-parts"));
    }

    [Fact]
    public async Task When_the_newest_was_altered_in_the_store_the_last_good_one_is_used_and_the_newest_fetched_again()
    {
        Point.Publish(1, Bundle(1, "112"));
        await Device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2, "113"));
        await Device.Content.UpdateAsync();
        var newest = Convert.ToHexStringLower(Point.Manifest!.Parts[0].Sha256);
        await Device.Records.CommitAsync([new(new("content-parts", newest), 1, "{}"u8.ToArray())]);

        Assert.Equal(1, await DayInUseAsync(Restart()));
        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());
        Assert.Equal(2, await DayInUseAsync(Restart()));
    }

    [Fact]
    public async Task When_all_that_is_kept_was_altered_there_is_none_until_it_is_fetched_again()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        foreach (var part in await Device.Records.ListAsync("content-parts"))
        {
            await Device.Records.CommitAsync([new(part.Key, part.Version, "{}"u8.ToArray())]);
        }

        Assert.Null(await Restart().Content.CurrentAsync());
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
        Assert.Equal(1, await DayInUseAsync(Restart()));
    }

    [Fact]
    public async Task A_later_last_day_of_the_same_content_is_taken_over()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        Point.Sign(Point.Manifest! with { ValidUntil = new(2028, 1, 1) });

        Assert.Equal(ContentUpdate.AlreadyCurrent, await Device.Content.UpdateAsync());

        Assert.Equal(new(2028, 1, 1), Device.Content.Age!.ValidUntil);
        await Restart().Content.CurrentAsync();
        Assert.Equal(new(2028, 1, 1), Device.Content.Age!.ValidUntil);
        Assert.Single(Point.PartsAsked);
    }

    [Fact]
    public async Task Content_signed_by_another_key_than_the_pinned_one_leaves_the_old()
    {
        await Device.EnrolAsync(Point);
        using var stranger = SigningKey.Generate();
        await KeepsTheFirstAsync(ContentUpdate.Altered, () => Point.Publish(2, Bundle(2), stranger));
    }

    [Fact]
    public async Task Before_enrolment_the_first_key_seen_must_stay_the_same()
    {
        using var stranger = SigningKey.Generate();
        await KeepsTheFirstAsync(ContentUpdate.Altered, () => Point.Publish(2, Bundle(2), stranger));
    }

    [Fact]
    public Task An_older_sequence_leaves_the_old() => KeepsTheFirstAsync(ContentUpdate.Older, () => Point.Publish(0, Bundle(2)));

    [Fact]
    public Task A_cut_off_download_leaves_the_old() => KeepsTheFirstAsync(ContentUpdate.Altered, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.OnTheWay = bytes => bytes[..^1];
    });

    [Fact]
    public Task An_altered_byte_leaves_the_old() => KeepsTheFirstAsync(ContentUpdate.Altered, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.OnTheWay = bytes => [.. bytes[..^1], (byte)(bytes[^1] ^ 1)];
    });

    [Fact]
    public Task A_manifest_beyond_its_bounds_leaves_the_old() => KeepsTheFirstAsync(ContentUpdate.Altered, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.Sign(Point.Manifest! with { Parts = [Point.Manifest!.Parts[0] with { Size = int.MaxValue }] });
    });

    [Fact]
    public Task A_manifest_with_nothing_where_a_part_should_be_leaves_the_old() =>
        KeepsTheFirstAsync(ContentUpdate.Altered, () => Point.Manifest = Point.Manifest! with { Sequence = 2, Parts = [null!] });

    [Fact]
    public Task Signed_parts_that_are_no_content_leave_the_old() =>
        KeepsTheFirstAsync(ContentUpdate.Unreadable, () => Point.Publish(2, new(2026, 1, 2), [("contacts/T01", "<html>"u8.ToArray())]));

    [Fact]
    public Task A_sequence_that_was_not_signed_leaves_the_old() => KeepsTheFirstAsync(ContentUpdate.Altered, () =>
    {
        Point.Publish(2, Bundle(2));
        Point.Manifest = Point.Manifest! with { Sequence = 3 };
    });

    [Fact]
    public async Task A_full_device_keeps_the_old_whole()
    {
        var faulty = default(FaultyRecordStore);
        using var folder = new TemporaryFolder();
        using var device = new NativeDevice(folder.File("device.db"), Point, Time, store => faulty = new(store));
        Point.Publish(1, Bundle(1));
        await device.Content.UpdateAsync();
        Point.Publish(2, Bundle(2));
        faulty!.FailBeforeNextCommit = true;

        Assert.Equal(ContentUpdate.NotKept, await device.Content.UpdateAsync());

        Assert.Equal(1, await DayInUseAsync(device));
        Assert.Equal(1, await device.Records.CountAsync("content-parts"));
        Assert.Equal(ContentUpdate.Waiting, await device.Content.UpdateAsync());
    }

    [Fact]
    public async Task A_device_that_can_keep_nothing_still_shows_content_for_this_visit()
    {
        using var folder = new TemporaryFolder();
        using var device = new NativeDevice(folder.File("device.db"), Point, Time, store => new FaultyRecordStore(store) { FailBeforeNextCommit = true });
        Point.Publish(1, Bundle(1));

        Assert.Equal(ContentUpdate.NotKept, await device.Content.UpdateAsync());

        Assert.Equal(1, await DayInUseAsync(device));
    }

    [Fact]
    public async Task Content_kept_by_an_earlier_version_of_the_app_opens_until_new_content_took_its_place()
    {
        await KeepFirstFormatAsync();
        Assert.Equal(1, await DayInUseAsync(Restart()));
        Assert.Equal(new(2026, 6, 1), Device.Content.Age!.ValidUntil);

        Point.Publish(2, Bundle(2));
        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());
        Assert.NotNull(await Device.Records.ReadAsync(new("content", "bundle")));
        Assert.Equal(2, await DayInUseAsync(Restart()));
        Point.Publish(3, Bundle(3));
        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());
        Assert.Null(await Device.Records.ReadAsync(new("content", "bundle")));
    }

    [Fact]
    public async Task Content_of_an_earlier_version_that_was_altered_is_not_used()
    {
        await KeepFirstFormatAsync();
        await Device.Records.CommitAsync([new(new("content", "bundle"), 1, """{"builtOn":"2026-01-09"}"""u8.ToArray())]);
        Assert.Null(await Restart().Content.CurrentAsync());
    }

    [Fact]
    public async Task Another_tab_that_kept_newer_content_is_noticed()
    {
        Point.Publish(1, Bundle(1));
        await Device.Content.UpdateAsync();
        var other = new ContentLibrary(Device.Records, Point, Device.Keys, Device.Enrolment);
        Point.Publish(2, Bundle(2));
        await other.CurrentAsync();
        await other.UpdateAsync();

        Assert.Equal(ContentUpdate.Waiting, await Device.Content.UpdateAsync());

        Assert.Equal(2, Point.PartsAsked.Count);
    }

    private static ContentBundle Bundle(int day, params string[] phones)
    {
        var numbers = phones.Length > 0 ? phones : [$"0{day}"];
        return ContentParts.FromWhole("""{"builtOn":"2026-01-01"}"""u8.ToArray()) with
        {
            BuiltOn = new(2026, 1, day),
            Contacts = [.. numbers.Select((phone, at) => Contact($"T{at:00}", phone))],
        };
    }

    private static Contact Contact(string id, string phone) => new(
        id, new LocalText("Iemand"), new LocalText("Hulp"), null, phone, null, null, false, null, "bevestigd", ["P01"], new(2026, 1, 1), new(2027, 1, 1), false, false, null);

    private static async Task<int?> DayInUseAsync(NativeDevice device) => (await device.Content.CurrentAsync())?.BuiltOn.Day;

    /// <summary>As the first version of the app wrote it.</summary>
    private async Task KeepFirstFormatAsync()
    {
        var bundle = """{"builtOn":"2026-01-01","flowcharts":[],"guides":[],"contacts":[],"forms":[],"municipalities":[]}"""u8.ToArray();
        var digest = System.Security.Cryptography.SHA256.HashData(bundle);
        var statement = $"fieldkit-content-1\n1\n2026-06-01\n{Convert.ToHexStringLower(digest)}\n";
        var signature = Point.Sign(System.Text.Encoding.UTF8.GetBytes(statement));
        var manifest = $$$"""
            {"manifest":{"sequence":1,"validUntil":"2026-06-01","sha256":"{{{Convert.ToBase64String(digest)}}}","signature":"{{{Convert.ToBase64String(signature)}}}"},
             "signingPublicKey":"{{{Convert.ToBase64String(Point.Keys.SigningPublicKey)}}}"}
            """;
        await Device.Records.CommitAsync(
            [new(new("content", "manifest"), 0, System.Text.Encoding.UTF8.GetBytes(manifest)), new(new("content", "bundle"), 0, bundle)]);
    }

    private async Task KeepsTheFirstAsync(ContentUpdate expected, Action publish)
    {
        Point.Publish(1, Bundle(1));
        Assert.Equal(ContentUpdate.Updated, await Device.Content.UpdateAsync());
        publish();
        Assert.Equal(expected, await Device.Content.UpdateAsync());
        Assert.Equal(expected, Device.Content.LastUpdate);
        Assert.Equal(1, await DayInUseAsync(Device));
        Assert.Equal(1, await DayInUseAsync(Restart()));
    }
}
