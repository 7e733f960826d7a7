using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Municipalities;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Retention;

public sealed class SweepTests : DeviceTest
{
    [Fact]
    public async Task The_text_of_a_delivered_signal_goes_after_its_days_and_not_before()
    {
        var id = await DeliveredAsync();

        await SyncAfterAsync(days: 13);
        Assert.False((await Device.Signals.ReadAsync(id))!.IsFaded);

        await SyncAfterAsync(days: 1);
        var faded = (await Device.Signals.ReadAsync(id))!;
        Assert.True(faded.IsFaded);
        Assert.Empty(faded.Document.Answers);
        Assert.Equal(SignalState.Received, faded.State);
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Signals));
        Assert.Equal("Ik zag iets.", Point.Open(id).Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task It_goes_while_nobody_unlocks_also_after_a_long_absence()
    {
        var id = await DeliveredAsync();
        Restart();
        await SyncAfterAsync(days: 200);

        Assert.False(Device.Keys.IsOpen);
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Signals));
        Assert.True(await Device.Keys.UnlockAsync(NativeDevice.Pin));
        Assert.Equal(id, Assert.Single(await Device.Signals.ListAsync()).Id);
        Assert.Equal(0, await Device.Signals.BrokenCountAsync(await Device.Signals.ListAsync()));
    }

    [Fact]
    public async Task What_is_sealed_and_not_delivered_is_never_touched()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        Point.Script(Misbehaviours.RefuseItem(id, "form-unknown"));
        await Device.Sync.RunOnceAsync();
        var waiting = await Device.WriteAndSealAsync("wacht");
        await OfflineStartsAsync(3, each: TimeSpan.FromDays(400));

        await Device.Keys.UnlockAsync(NativeDevice.Pin);
        Assert.Equal([SignalState.Quarantined, SignalState.Sealed], (await Device.Signals.ListAsync()).OrderBy(signal => signal.State == SignalState.Sealed).Select(signal => signal.State));
        Assert.All(await Device.Signals.ListAsync(), signal => Assert.False(signal.IsFaded));
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        await Device.Sync.RunOnceAsync();
        Assert.Equal("wacht", Point.Open(waiting).Answers["s2_wat"].Text);
        Assert.NotEqual(id, waiting);
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_text_went_is_still_read()
    {
        var id = await DeliveredAsync();
        await SyncAfterAsync(days: 20);
        Point.SendAnswer(id, "advies", "Bel gerust.");
        await Device.Sync.RunOnceAsync();
        await Device.Removal.ClearOrphansAsync();

        var signal = (await Device.Signals.ReadAsync(id))!;
        Assert.Equal("Bel gerust.", signal.Answers.Single().Text);
        await Device.FollowUpAsync(id, "Dat doe ik.");
        await Device.Sync.RunOnceAsync();
        Assert.Equal("Dat doe ik.", Point.OpenFollowUps(id).Single().Text);
    }

    [Fact]
    public async Task An_answer_loses_its_words_only_after_somebody_read_it()
    {
        var id = await DeliveredAsync();
        Point.SendAnswer(id, "advies", "Bel gerust.");
        await Device.Sync.RunOnceAsync();
        await Device.Signals.ListAsync();
        await SyncAfterAsync(days: 100);
        var unread = (await Device.Signals.ReadAsync(id))!;
        Assert.Equal("Bel gerust.", unread.Answers.Single().Text);

        await Device.Signals.MarkSeenAsync(unread);
        await SyncAfterAsync(days: 1);
        await SyncAfterAsync(days: 13);
        Assert.Equal("Bel gerust.", (await Device.Signals.ReadAsync(id))!.Answers.Single().Text);

        await SyncAfterAsync(days: 1);
        var read = (await Device.Signals.ReadAsync(id))!.Answers.Single();
        Assert.Equal(("advies", null), (read.Stage, read.Text));
    }

    [Fact]
    public async Task A_follow_up_goes_after_its_own_delivery()
    {
        var id = await DeliveredAsync();
        await SyncAfterAsync(days: 10);
        await Device.FollowUpAsync(id, "Ook dit.");
        await SyncAfterAsync(days: 5);
        Assert.Equal("Ook dit.", Assert.Single((await Device.Signals.ReadAsync(id))!.FollowUps).Document.Text);

        await SyncAfterAsync(days: 14);
        Assert.Empty((await Device.Signals.ReadAsync(id))!.FollowUps);
    }

    [Fact]
    public async Task Of_a_signal_that_was_taken_back_nothing_is_left()
    {
        var id = await DeliveredAsync();
        await Device.FollowUpAsync(id, "Toch niet.", withdraws: true);
        await SyncAfterAsync(days: 1);
        Assert.NotNull((await Device.Signals.ReadAsync(id))!.Withdrawal);

        await SyncAfterAsync(days: 14);
        Assert.Null(await Device.Signals.ReadAsync(id));
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Faded));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(99, 14)]
    public async Task The_writer_can_have_it_gone_sooner_never_later(int asked, int goesAfter)
    {
        await Device.EnrolAsync(Point);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await Device.Outbox.SealAsync(draft, SmallForm.Definition, SmallForm.Document(draft), asked);
        await Device.Sync.RunOnceAsync();
        if (goesAfter > 0)
        {
            await SyncAfterAsync(goesAfter - 1);
            Assert.False((await Device.Signals.ReadAsync(draft.Id))!.IsFaded);
            await SyncAfterAsync(days: 1);
        }

        Assert.True((await Device.Signals.ReadAsync(draft.Id))!.IsFaded);
    }

    [Fact]
    public async Task The_municipality_says_how_many_days()
    {
        Point.Publish(1, Content(new DevicePolicy(ReadableDays: 3)));
        var id = await DeliveredAsync();
        await Device.Content.UpdateAsync();
        await SyncAfterAsync(days: 2);
        Assert.False((await Device.Signals.ReadAsync(id))!.IsFaded);
        await SyncAfterAsync(days: 1);
        Assert.True((await Device.Signals.ReadAsync(id))!.IsFaded);
    }

    [Fact]
    public async Task A_draft_goes_only_when_its_writer_was_told_and_had_days_to_come_back()
    {
        await Device.EnrolAsync(Point);
        var draft = await DraftAsync("Nog niet af.");
        await SyncAfterAsync(days: 24);
        Assert.Empty(await Device.Fading.ListAsync());

        // Nobody looks for a year: it is not gone, and then there are five days.
        await SyncAfterAsync(days: 365);
        var fading = Assert.Single(await Device.Fading.ListAsync());
        Assert.Equal((draft.Id, false, Time.GetUtcNow().AddDays(5)), (fading.Draft, fading.IsAboutSignal, fading.Goes));
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));

        await Device.Fading.ShownAsync([fading]);
        await SyncAfterAsync(days: 4);
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
        await SyncAfterAsync(days: 1);
        Assert.Null(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Told_on_the_first_day_of_the_warning_a_draft_goes_on_its_last()
    {
        await Device.EnrolAsync(Point);
        var draft = await DraftAsync("Nog niet af.");
        await SyncAfterAsync(days: 25);
        var fading = Assert.Single(await Device.Fading.ListAsync());
        Assert.Equal(draft.ChangedAt.AddDays(30), fading.Goes);
        await Device.Fading.ShownAsync([fading]);
        Restart();
        await SyncAfterAsync(days: 4);
        Assert.Equal(1, await Device.Records.CountAsync(DeviceStores.Drafts));
        await SyncAfterAsync(days: 1);
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Drafts));
    }

    [Fact]
    public async Task Touching_a_draft_or_asking_to_keep_it_begins_its_days_anew()
    {
        await Device.EnrolAsync(Point);
        var touched = await DraftAsync("een");
        var kept = await DraftAsync("twee");
        await SyncAfterAsync(days: 26);
        var fading = await Device.Fading.ListAsync();
        Assert.Equal(2, fading.Count);
        await Device.Fading.ShownAsync(fading);
        touched.Answers["s2_wat"] = new FormAnswer([], "een en meer");
        await Device.Drafts.SaveAsync(touched);
        Assert.Equal(kept.Id, Assert.Single(await Device.Fading.ListAsync()).Draft);
        await Device.Fading.KeepAsync(fading.Single(one => one.Draft == kept.Id));
        Assert.Empty(await Device.Fading.ListAsync());

        await SyncAfterAsync(days: 24);
        Assert.Empty(await Device.Fading.ListAsync());
        Assert.Equal(2, await Device.Records.CountAsync(DeviceStores.Drafts));
    }

    [Fact]
    public async Task A_draft_that_is_touched_at_the_moment_it_would_go_stays()
    {
        await Device.EnrolAsync(Point);
        var draft = await DraftAsync("een");
        await SyncAfterAsync(days: 25);
        await Device.Fading.ShownAsync(await Device.Fading.ListAsync());
        Time.Advance(TimeSpan.FromDays(10));
        draft.Answers["s2_wat"] = new FormAnswer([], "twee");
        await Device.Drafts.SaveAsync(draft);
        await Device.Sync.RunOnceAsync();
        Assert.Equal("twee", (await Device.Drafts.ReadAsync(draft.Id))!.Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task Words_about_a_sent_signal_are_warned_about_like_drafts()
    {
        var id = await DeliveredAsync();
        var note = await Device.FollowUps.DraftAsync(id, withdraws: false);
        note.Text = "Nog iets";
        await Device.FollowUps.SaveAsync(note);
        await SyncAfterAsync(days: 25);
        var fading = Assert.Single(await Device.Fading.ListAsync());
        Assert.Equal((id, true), (fading.Draft, fading.IsAboutSignal));
        await Device.Fading.ShownAsync([fading]);
        await SyncAfterAsync(days: 5);
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Notes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clock_that_is_ten_years_ahead_for_one_start_deletes_nothing(bool connected)
    {
        var id = await DeliveredAsync();
        var draft = await DraftAsync("Nog niet af.");
        var right = Time.GetUtcNow();
        Time.SetClock(right.AddYears(10));
        Point.Ahead = right - right.AddYears(10);
        Restart();
        await Device.Sweep.RunAsync();
        await Device.Keys.UnlockAsync(NativeDevice.Pin);
        await Device.Sweep.RunAsync();
        if (connected)
        {
            await Device.Sync.RunOnceAsync();
        }

        Assert.Empty(await Device.Fading.ListAsync());
        Assert.False((await Device.Signals.ReadAsync(id))!.IsFaded);

        Time.SetClock(right.AddDays(1));
        Point.Ahead = TimeSpan.Zero;
        Restart();
        await Device.Sweep.RunAsync();
        await Device.Keys.UnlockAsync(NativeDevice.Pin);
        Assert.False((await Device.Signals.ReadAsync(id))!.IsFaded);
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task A_clock_that_was_far_behind_and_is_set_right_does_not_make_drafts_old()
    {
        await Device.EnrolAsync(Point);
        await Device.Sync.RunOnceAsync();
        var right = Time.GetUtcNow();
        Time.SetClock(right.AddYears(-6));
        Point.Ahead = right - right.AddYears(-6);
        var draft = await DraftAsync("Vandaag geschreven.");
        await Device.Sync.RunOnceAsync();
        Time.SetClock(right.AddDays(2));
        Point.Ahead = TimeSpan.Zero;
        await Device.Sync.RunOnceAsync();
        Assert.Empty(await Device.Fading.ListAsync());
        await SyncAfterAsync(days: 22);
        Assert.Empty(await Device.Fading.ListAsync());
        Assert.NotNull(await Device.Drafts.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Without_any_connection_the_days_count_from_one_start_to_the_next()
    {
        var id = await DeliveredAsync();
        Time.Advance(TimeSpan.FromDays(20));
        Restart();
        Assert.False(await Device.Sweep.RunAsync());
        Assert.Equal(1, await Device.Records.CountAsync(DeviceStores.Signals));
        Time.Advance(TimeSpan.FromDays(1));
        Restart();
        Assert.True(await Device.Sweep.RunAsync());
        Assert.Equal(0, await Device.Records.CountAsync(DeviceStores.Signals));
        Assert.NotEqual(Guid.Empty, id);
    }

    [Fact]
    public async Task Two_tabs_at_once_clear_once_and_lose_nothing()
    {
        await DeliveredAsync();
        Time.Advance(TimeSpan.FromDays(14));
        using var other = new NativeDevice(DatabaseFile, Point, Time);
        var runs = Enumerable.Range(0, 6).Select(one => Task.Run(async () => await (one % 2 == 0 ? Device : other).Sweep.RunAsync(Time.GetUtcNow())));
        Assert.Single(await Task.WhenAll(runs), went => went);
        Assert.Equal((0, 1), (await Device.Records.CountAsync(DeviceStores.Signals), await Device.Records.CountAsync(DeviceStores.Faded)));
    }

    [Fact]
    public async Task A_person_can_still_remove_what_is_left_and_undo_it()
    {
        var id = await DeliveredAsync();
        await SyncAfterAsync(days: 14);
        var removed = await Device.Removal.RemoveAsync(id);
        Assert.Null(await Device.Signals.ReadAsync(id));
        await Device.Removal.RestoreAsync(removed);
        Assert.True((await Device.Signals.ReadAsync(id))!.IsFaded);
    }

    [Fact]
    public async Task What_the_ledger_tells_without_a_pin_holds_no_word()
    {
        await Device.EnrolAsync(Point);
        await DraftAsync("kanariewoord");
        await Device.WriteAndSealAsync("kanariewoord");
        await Device.Sync.RunOnceAsync();
        var ledger = await Device.Store.ReadAsync(new(DeviceStores.Keeping, "ledger"), KeyTier.Device);
        var text = System.Text.Encoding.UTF8.GetString(ledger!.Plaintext);
        Assert.Contains("drafts", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kanariewoord", text, StringComparison.Ordinal);
        Assert.DoesNotContain("advies", text, StringComparison.Ordinal);
    }

    private async Task<Guid> DeliveredAsync()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        return id;
    }

    private async Task<Draft> DraftAsync(string text)
    {
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], text);
        await Device.Drafts.SaveAsync(draft);
        await Device.Sweep.RunAsync();
        return draft;
    }

    private async Task SyncAfterAsync(int days)
    {
        Time.Advance(TimeSpan.FromDays(days));
        await Device.Sync.RunOnceAsync();
    }

    private async Task OfflineStartsAsync(int starts, TimeSpan each)
    {
        for (var one = 0; one < starts; one++)
        {
            Time.Advance(each);
            Restart();
            await Device.Sweep.RunAsync();
        }
    }

    private static ContentBundle Content(DevicePolicy policy) => new(
        new(2026, 11, 1), [], [], [], [],
        [new("utrecht", new LocalText("Utrecht"), new LocalText("Loket"), [], [], Device: policy)]);
}
