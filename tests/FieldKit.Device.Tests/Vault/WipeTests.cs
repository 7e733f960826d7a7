using FieldKit.Device.Contacts;
using FieldKit.Device.Vault;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Vault;

/// <summary>"Wissen": both halves, what goes and what is still delivered.</summary>
public sealed class WipeTests : DeviceTest
{
    [Fact]
    public async Task Everything_readable_goes_and_the_old_pin_opens_nothing()
    {
        var waiting = await WrittenAsync();

        await new Wipe(Device.Records, Device.Keys).RunAsync();

        foreach (var store in new[] { "drafts", "notes", "signals", "followups", "answers", "inbound", "own-contacts", "own-contacts-unfinished" })
        {
            Assert.Equal(0, await Device.Records.CountAsync(store));
        }

        Assert.False(Device.Keys.IsOpen);
        Assert.False(await Device.Keys.ExistAsync());
        Assert.False(await Device.Keys.UnlockAsync(NativeDevice.Pin));
        Assert.NotEqual(Guid.Empty, waiting);
    }

    [Fact]
    public async Task What_waits_sealed_is_delivered_afterwards_byte_for_byte_readable_by_the_desk()
    {
        var waiting = await WrittenAsync();

        await new Wipe(Device.Records, Device.Keys).RunAsync();
        Restart();
        await Device.Sync.RunOnceAsync();

        Assert.Equal("nog niet weg", Point.Open(waiting).Answers["s2_wat"].Text);
        Assert.Equal("Dinsdag.", Point.OpenFollowUps(Point.Stored[0].Header.Id).Single().Text);
        Assert.Equal(0, await Device.Outbox.WaitingCountAsync());
    }

    /// <summary>A draft, a sent signal with an answer, a follow-up, a note on it, own contacts, and a signal that waits.</summary>
    private async Task<Guid> WrittenAsync()
    {
        await Device.EnrolAsync(Point);
        var sent = await Device.WriteAndSealAsync("al weg");
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(sent, "eerste-blik", "Wanneer?");
        await Device.Sync.RunOnceAsync();
        await Device.FollowUpAsync(sent, "Dinsdag.");
        var note = await Device.FollowUps.DraftAsync(sent, withdraws: true);
        note.Text = "Toch niet";
        await Device.FollowUps.SaveAsync(note);
        var own = new OwnContacts(Device.Store, Time);
        await own.SaveAsync(new("T08", "teamleider", "030-1234567", "", ""));
        await own.KeepUnfinishedAsync("T10", new("T10", "wijkagent", "06", "", ""));
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        return await Device.WriteAndSealAsync("nog niet weg");
    }
}
