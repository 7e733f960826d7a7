using System.Text;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Drafts;

/// <summary>A draft goes on in a newer version of its form: all of it or nothing.</summary>
public sealed class DraftMoveTests : DeviceTest
{
    private static readonly FormDefinition Newer = SmallForm.Definition with
    {
        Version = 2,
        Sections = [SmallForm.Definition.Sections[0] with { Fields = [SmallForm.Definition.Sections[0].Fields[0] with { Id = "s2_anders" }] }],
    };

    [Fact]
    public async Task After_moving_version_answers_and_what_did_not_fit_survive_a_restart()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], "Riep iets");
        await Device.Drafts.SaveAsync(draft);

        Assert.True(await Device.Drafts.MoveAsync(draft, FormMove.Of(new(SmallForm.Definition, draft.Answers), Newer)));

        await Restart().Keys.UnlockAsync(NativeDevice.Pin);
        var read = (await Device.Drafts.ReadAsync(draft.Id))!;
        Assert.Equal((2, "Riep iets"), (read.FormVersion, Assert.Single(read.LeftBehind).Text));
        Assert.Empty(read.Answers);
        Assert.Equal(2, (await Device.Drafts.FormAsync(read.Form, 2))!.Version);
        Assert.Equal(1, (await Device.Drafts.FormAsync(read.Form, 1))!.Version);
        read.Answers["s2_anders"] = new FormAnswer([], "En meer");
        await Device.Drafts.SaveAsync(read);
    }

    [Fact]
    public async Task What_another_tab_wrote_at_that_moment_is_not_moved_over()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var mine = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var theirs = (await Device.Drafts.ReadAsync(mine.Id))!;
        theirs.Answers["s2_wat"] = new FormAnswer([], "van de ander");
        await Device.Drafts.SaveAsync(theirs);

        Assert.False(await Device.Drafts.MoveAsync(mine, FormMove.Of(new(SmallForm.Definition, mine.Answers), Newer)));

        Assert.Equal((1, "van de ander"), (mine.FormVersion, mine.Answers["s2_wat"].Text));
    }

    [Fact]
    public async Task A_draft_from_before_drafts_could_be_moved_opens()
    {
        await Device.Keys.CreateAsync(NativeDevice.Pin);
        var draft = await Device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
        var key = new RecordKey("drafts", draft.Id.ToString("D"));
        var kept = (await Device.Store.ReadAsync(key, KeyTier.Vault))!;
        var earlier = Encoding.UTF8.GetString(kept.Plaintext).Replace(",\"leftBehind\":[]", "", StringComparison.Ordinal);
        Assert.DoesNotContain("leftBehind", earlier, StringComparison.Ordinal);
        await Device.Store.CommitAsync([new(key, kept.Version, KeyTier.Vault, Encoding.UTF8.GetBytes(earlier))]);

        Assert.Empty((await Device.Drafts.ReadAsync(draft.Id))!.LeftBehind);
    }
}
