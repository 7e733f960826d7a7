using FieldKit.Device.Drafts;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Drafts;

public sealed class DraftBoxTests : DeviceTest
{
    [Fact]
    public async Task After_every_save_the_draft_survives_a_restart()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", [new("F03", "begin", "Vraag?", "Ja")]);
        foreach (var text in (string[])["I", "Ik", "Ik zag"])
        {
            draft.Answers["s2_wat"] = new FormAnswer(["a", "b"], text);
            await Device.Drafts.SaveAsync(draft);
            await Restart().Keys.UnlockAsync(NativeDevice.Pin);
            var read = await Device.Drafts.ReadAsync(draft.Id);
            Assert.Equal(text, read!.Answers["s2_wat"].Text);
            Assert.Equal(["a", "b"], read.Answers["s2_wat"].Choices);
            Assert.Equal(draft.Path, read.Path);
            Assert.Equal((draft.Form, draft.FormVersion, draft.Language), (read.Form, read.FormVersion, read.Language));
        }
    }

    [Fact]
    public async Task Saves_that_overlap_all_land()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var saves = Enumerable.Range(0, 20).Select(number =>
        {
            draft.Answers["s2_wat"] = new FormAnswer([], $"{number}");
            return Device.Drafts.SaveAsync(draft).AsTask();
        });
        await Task.WhenAll(saves.ToList());
        Assert.Equal("19", (await Device.Drafts.ReadAsync(draft.Id))!.Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task Locked_nothing_is_listed_read_or_saved()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        Device.Keys.Lock();
        await Assert.ThrowsAsync<VaultLockedException>(() => Device.Drafts.ListAsync().AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(() => Device.Drafts.ReadAsync(draft.Id).AsTask());
        await Assert.ThrowsAsync<VaultLockedException>(() => Device.Drafts.SaveAsync(draft).AsTask());
        await Device.Keys.UnlockAsync(NativeDevice.Pin);
        await Device.Drafts.SaveAsync(draft);
    }

    [Fact]
    public async Task What_two_tabs_write_in_different_places_is_all_kept()
    {
        var (mine, theirs) = await InTwoTabsAsync();
        theirs.Answers["s2_wat"] = new FormAnswer([], "van de ander");
        Assert.False(await Device.Drafts.SaveAsync(theirs));
        mine.Answers["s2_waar"] = new FormAnswer(["straat"], "van mij");

        Assert.True(await Device.Drafts.SaveAsync(mine));

        Assert.Equal(("van de ander", "van mij"), (mine.Answers["s2_wat"].Text, mine.Answers["s2_waar"].Text));
        var kept = (await Device.Drafts.ReadAsync(mine.Id))!.Answers;
        Assert.Equal(("van de ander", "van mij"), (kept["s2_wat"].Text, kept["s2_waar"].Text));
        Assert.False(await Device.Drafts.SaveAsync(mine));
    }

    [Theory]
    [InlineData("begin", "begin en meer", "begin", "begin en meer")]
    [InlineData("begin", "begin", "anders", "anders")]
    [InlineData("begin", "begin en meer", "begin maar anders", "begin maar anders\n\nbegin en meer")]
    [InlineData("begin", "begin en nog meer", "begin en nog", "begin en nog meer")]
    [InlineData("begin", "", "begin en meer", "begin en meer")]
    [InlineData("begin", "", "begin", "")]
    public async Task Words_typed_in_two_tabs_are_never_dropped(string before, string here, string there, string together)
    {
        var (mine, theirs) = await InTwoTabsAsync(before);
        theirs.Answers["s2_wat"] = new FormAnswer([], there);
        await Device.Drafts.SaveAsync(theirs);
        mine.Answers["s2_wat"] = new FormAnswer([], here);
        await Device.Drafts.SaveAsync(mine);

        Assert.Equal(together, (await Device.Drafts.ReadAsync(mine.Id))!.Answers.GetValueOrDefault("s2_wat", FormAnswer.Empty).Text);
    }

    [Fact]
    public async Task What_was_waved_away_in_two_tabs_stays_away_and_goes_along_with_a_copy()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var mine = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var theirs = (await Device.Drafts.ReadAsync(mine.Id))!;
        theirs.Dismissed.Add("s2_wat Time steeds");
        await Device.Drafts.SaveAsync(theirs);
        mine.Dismissed.Add("s2_wat Interpretation raar");
        await Device.Drafts.SaveAsync(mine);

        string[] both = ["s2_wat Interpretation raar", "s2_wat Time steeds"];
        Assert.Equal(both, (await Device.Drafts.ReadAsync(mine.Id))!.Dismissed.Order());
        var copy = await Device.Drafts.CopyAsync(mine);
        Assert.Equal(both, (await Device.Drafts.ReadAsync(copy.Id))!.Dismissed.Order());
    }

    [Fact]
    public async Task What_another_tab_wrote_is_taken_in_and_what_is_typed_here_stays()
    {
        var (mine, theirs) = await InTwoTabsAsync("begin");
        Assert.False(await Device.Drafts.RefreshAsync(mine));
        theirs.Answers["s2_wat"] = new FormAnswer([], "van de ander");
        await Device.Drafts.SaveAsync(theirs);
        mine.Answers["s2_waar"] = new FormAnswer([], "nog niet bewaard");

        Assert.True(await Device.Drafts.RefreshAsync(mine));

        Assert.Equal(("van de ander", "nog niet bewaard"), (mine.Answers["s2_wat"].Text, mine.Answers["s2_waar"].Text));
    }

    [Fact]
    public async Task A_draft_deleted_in_another_tab_is_not_brought_back_but_its_words_can_be_kept_as_a_new_one()
    {
        var (mine, _) = await InTwoTabsAsync("begin");
        await Device.Drafts.DeleteAsync(mine.Id);
        mine.Answers["s2_wat"] = new FormAnswer([], "begin en meer");
        await Assert.ThrowsAsync<StaleRecordException>(() => Device.Drafts.SaveAsync(mine).AsTask());
        Assert.Empty(await Device.Drafts.ListAsync());

        var copy = await Device.Drafts.CopyAsync(mine);

        Assert.Equal("begin en meer", (await Device.Drafts.ReadAsync(copy.Id))!.Answers["s2_wat"].Text);
        Assert.False(await Device.Drafts.SaveAsync(copy));
    }

    private async Task<(Draft Mine, Draft Theirs)> InTwoTabsAsync(string? text = null)
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var made = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        if (text is not null)
        {
            made.Answers["s2_wat"] = new FormAnswer([], text);
            await Device.Drafts.SaveAsync(made);
        }

        return ((await Device.Drafts.ReadAsync(made.Id))!, (await Device.Drafts.ReadAsync(made.Id))!);
    }

    [Fact]
    public async Task A_save_that_failed_after_writing_does_not_block_the_next()
    {
        FaultyRecordStore? faulty = null;
        using var folder = new TemporaryFolder();
        using var device = new NativeDevice(folder.File("device.db"), Point, Time, store => faulty = new(store));
        await device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        faulty!.FailAfterNextCommit = true;
        await Assert.ThrowsAsync<IOException>(() => device.Drafts.SaveAsync(draft).AsTask());
        draft.Answers["s2_wat"] = new FormAnswer([], "opnieuw");
        await device.Drafts.SaveAsync(draft);
        Assert.Equal("opnieuw", (await device.Drafts.ReadAsync(draft.Id))!.Answers["s2_wat"].Text);
    }

    [Fact]
    public async Task A_save_is_one_commit_and_no_read()
    {
        FaultyRecordStore? counted = null;
        using var folder = new TemporaryFolder();
        using var device = new NativeDevice(folder.File("device.db"), Point, Time, store => counted = new(store));
        await device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        counted!.Calls = 0;
        await device.Drafts.SaveAsync(draft);
        Assert.Equal(1, counted.Calls);
    }

    [Fact]
    public async Task A_draft_keeps_the_form_that_it_began_with()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        await Device.Drafts.NewAsync(SmallForm.Definition with { Version = 2 }, "utrecht", "nl", []);
        Assert.Equal(SmallForm.Definition.Sections[0].Id, (await Device.Drafts.FormAsync("signaal", 1))!.Sections[0].Id);
        Assert.Equal(2, (await Device.Drafts.FormAsync("signaal", 2))!.Version);
        Assert.Null(await Device.Drafts.FormAsync("signaal", 3));
    }

    [Fact]
    public async Task Drafts_are_listed_last_changed_first_and_go_when_deleted()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var first = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var second = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Device.Drafts.SaveAsync(first);
        Assert.Equal([first.Id, second.Id], (await Device.Drafts.ListAsync()).Select(draft => draft.Id));
        await Device.Drafts.DeleteAsync(first.Id);
        await Device.Drafts.DeleteAsync(first.Id);
        Assert.Equal([second.Id], (await Device.Drafts.ListAsync()).Select(draft => draft.Id));
    }
}
