using FieldKit.Device.Contacts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Domain;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Enrolment;

/// <summary>What a device does when its reporting point shuts it out.</summary>
public sealed class RevocationTests : DeviceTest
{
    [Fact]
    public async Task It_delivers_what_is_sealed_and_clears_everything_else()
    {
        await Device.EnrolAsync(Point);
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await new OwnContacts(Device.Store, Time).SaveAsync(new("T08", "teamleider", "030-1234567", "", ""));
        var first = await Device.WriteAndSealAsync("een");
        var second = await Device.WriteAndSealAsync("twee");
        Point.RevokedAt = Time.GetUtcNow();

        Assert.Equal(SyncResult.Done, (await Device.Sync.RunOnceAsync()).Result);

        Assert.Equal(["een", "twee"], new[] { first, second }.Select(id => Point.Open(id).Answers["s2_wat"].Text));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
        Assert.False(await Device.Keys.ExistAsync());
        Assert.Equal(0, await CountAsync(Enum.GetValues<DeviceBelonging>()));
        Assert.True(Device.Sync.IsRevoked);
    }

    [Fact]
    public async Task It_stays_so_after_a_restart_and_still_delivers_what_was_sealed_offline()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("verzegeld zonder verbinding");
        Point.RevokedAt = Time.GetUtcNow();
        // It hears of it, and the line breaks before the signal is through.
        Point.Script((point, exchange) => point.Answer(exchange with { Request = exchange.Request with { Envelopes = [] } }).ToFrame()[..^1]);
        await Device.Sync.RunOnceAsync();
        Restart();
        await Device.Sync.RunOnceAsync();
        Restart();
        Assert.NotNull((await Device.Enrolment.CurrentAsync())!.RevokedAt);
        Assert.Equal("verzegeld zonder verbinding", Point.Open(id).Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task Nothing_new_is_sealed_and_what_was_written_stays_as_it_was()
    {
        Point.Publish(1, Content(new DevicePolicy(RevokedClears: [])));
        await Device.EnrolAsync(Point);
        await Device.Content.UpdateAsync();
        var sent = await Device.WriteAndSealAsync("al weg");
        await Device.Sync.RunOnceAsync();
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        Point.RevokedAt = Time.GetUtcNow();
        await Device.Sync.RunOnceAsync();

        await Assert.ThrowsAsync<DeviceRevokedException>(() => Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft)).AsTask());
        await Assert.ThrowsAsync<DeviceRevokedException>(() => Device.FollowUpAsync(sent, "Nog iets."));
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Another_tab_that_did_not_hear_it_seals_nothing_either()
    {
        Point.Publish(1, Content(new DevicePolicy(RevokedClears: [])));
        await Device.EnrolAsync(Point);
        await Device.Content.UpdateAsync();
        using var other = new NativeDevice(DatabaseFile, Point, Time);
        await other.Keys.UnlockAsync(NativeDevice.Pin);
        await other.Enrolment.CurrentAsync();
        Point.RevokedAt = Time.GetUtcNow();
        await Device.Sync.RunOnceAsync();
        await Assert.ThrowsAsync<DeviceRevokedException>(() => other.WriteAndSealAsync());
    }

    [Fact]
    public async Task The_municipality_says_what_goes()
    {
        Point.Publish(1, Content(new DevicePolicy(RevokedClears: [DeviceBelonging.Drafts, DeviceBelonging.Readable])));
        await Device.EnrolAsync(Point);
        await Device.Content.UpdateAsync();
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await Device.WriteAndSealAsync();
        await new OwnContacts(Device.Store, Time).SaveAsync(new("T08", "teamleider", "030-1234567", "", ""));
        Point.RevokedAt = Time.GetUtcNow();
        await Device.Sync.RunOnceAsync();

        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Drafts) + await Device.Records.CountAsync(DeviceStores.Signals));
        Assert.Equal("030-1234567", (await new OwnContacts(Device.Store, Time).ListAsync()).Single().Phone);
    }

    [Fact]
    public async Task It_is_cleared_once_so_that_what_is_kept_afterwards_stays()
    {
        await Device.EnrolAsync(Point);
        Point.RevokedAt = Time.GetUtcNow();
        await Device.Sync.RunOnceAsync();
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await new OwnContacts(Device.Store, Time).SaveAsync(new("T08", "teamleider", "030-1234567", "", ""));
        Restart();
        await Device.Sync.RunOnceAsync();
        Assert.Equal(1, await Device.Records.CountAsync(DeviceStores.OwnContacts));
    }

    [Fact]
    public async Task A_revocation_that_the_pinned_key_did_not_sign_changes_nothing()
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        Point.Script((point, exchange) =>
        {
            var honest = point.Answer(exchange);
            return new OutgoingAnswer(honest.Header with { Revocation = new(Time.GetUtcNow(), new byte[64]) }, honest.Bodies).ToFrame();
        });
        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
        Assert.Null((await Device.Enrolment.CurrentAsync())!.RevokedAt);
    }

    [Fact]
    public async Task A_new_code_links_it_anew()
    {
        await Device.EnrolAsync(Point);
        Point.RevokedAt = Time.GetUtcNow();
        await Device.Sync.RunOnceAsync();
        Point.RevokedAt = null;
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("weer welkom");
        await Device.Sync.RunOnceAsync();
        Assert.Equal("weer welkom", Point.Open(id).Answers["s2_wat"].Text);
        Assert.False(Device.Sync.IsRevoked);
    }

    private async Task<int> CountAsync(IReadOnlyCollection<DeviceBelonging> belongings)
    {
        var count = 0;
        foreach (var store in DeviceStores.All.Where(store => store.Belongs is { } belonging && belongings.Contains(belonging) && store.Name != DeviceStores.Keeping))
        {
            count += await Device.Records.CountAsync(store.Name);
        }

        return count;
    }

    private static ContentBundle Content(DevicePolicy policy) => new(
        new(2026, 11, 1), [], [], [], [],
        [new("utrecht", new LocalText("Utrecht"), new LocalText("Loket"), [], [], Device: policy)]);
}
