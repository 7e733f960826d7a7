using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Presentation.Content;
using FieldKit.Presentation.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Form;

public sealed class DraftMoveTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private FormModel form = null!;
    private DraftMove move = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        await linkable.Device.Keys.CreateAsync("482913");
        form = new(linkable.Device.Drafts, linkable.Time);
        move = new(form, ShelfWith(Newer));
        id = (await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id;
        await form.OpenAsync(id);
        form.Write(new("s2_wat", 0), "Hij riep iets.");
        form.Write(new("s5_indruk", 0), "Ik denk van wel.");
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_draft_keeps_its_version_until_its_writer_moves_it()
    {
        await move.LookAsync();

        Assert.NotNull(move.Offer);
        await form.CloseAsync();
        await form.OpenAsync(id);
        Assert.Equal(3, form.State!.Definition.Version);
    }

    [Fact]
    public async Task Before_moving_it_says_what_moves_and_what_does_not()
    {
        await move.LookAsync();

        Assert.Equal((1, "Ik denk van wel."), (move.Offer!.Moved, Assert.Single(move.Offer.LeftBehind).Text));
        Assert.Equal("s2_nieuw", Assert.Single(move.Offer.Asked).Id);
    }

    [Fact]
    public async Task A_moved_draft_opens_in_the_newer_version_with_what_did_not_fit()
    {
        await move.LookAsync();
        await move.MoveAsync();

        Assert.False(move.HasFailed);
        Assert.Null(move.Offer);
        foreach (var model in new[] { form, await AgainAsync() })
        {
            Assert.Equal(4, model.State!.Definition.Version);
            Assert.Equal("Hij riep iets.", model.State.Answer(new("s2_wat", 0)).Text);
            Assert.Equal("Ik denk van wel.", Assert.Single(model.Draft!.LeftBehind).Text);
        }
    }

    [Fact]
    public async Task What_did_not_fit_goes_only_when_the_writer_says_so_and_comes_back_until_it_is_closed()
    {
        await move.LookAsync();
        await move.MoveAsync();

        form.ThrowAwayLeftBehind();
        form.TakeUpAgain();
        await form.KeepAsync();
        Assert.Single((await AgainAsync()).Draft!.LeftBehind);

        form.ThrowAwayLeftBehind();
        await form.KeepAsync();
        Assert.Empty((await AgainAsync()).Draft!.LeftBehind);
    }

    [Fact]
    public async Task Who_stays_is_not_asked_again_about_this_draft()
    {
        await move.LookAsync();

        move.Stay();

        Assert.Null(move.Offer);
        Assert.Equal(3, form.State!.Definition.Version);
    }

    [Fact]
    public async Task The_same_or_an_older_form_is_no_offer()
    {
        var older = new DraftMove(form, ShelfWith(TwoPartForm.Definition with { Version = 2 }));
        await older.LookAsync();

        Assert.Null(older.Offer);
    }

    [Fact]
    public async Task Another_window_follows_to_the_newer_version_and_keeps_its_words()
    {
        var other = await AgainAsync();
        await move.LookAsync();
        await move.MoveAsync();

        other.Write(new("s2_wanneer", 0), "3 november");
        await other.KeepAsync();
        await form.RefreshAsync();

        foreach (var model in new[] { form, other })
        {
            Assert.Equal(4, model.State!.Definition.Version);
            Assert.Equal("3 november", model.State.Answer(new("s2_wanneer", 0)).Text);
            Assert.Equal("Hij riep iets.", model.State.Answer(new("s2_wat", 0)).Text);
            Assert.Single(model.Draft!.LeftBehind);
        }
    }

    /// <summary>The opinion is gone, and each fact has a question more.</summary>
    private static FormDefinition Newer => TwoPartForm.Definition with
    {
        Version = 4,
        Sections =
        [
            .. from section in TwoPartForm.Definition.Sections
               where section.Id != "s5"
               select section.Id == "s2" ? section with { Fields = [.. section.Fields, section.Fields[0] with { Id = "s2_nieuw" }] } : section,
        ],
    };

    private async Task<FormModel> AgainAsync()
    {
        await form.KeepAsync();
        var again = new FormModel(linkable.Device.Drafts, linkable.Time);
        await again.OpenAsync(id);
        return again;
    }

    private static ContentShelf ShelfWith(FormDefinition definition) =>
        new(() => new(new ContentBundle(new(2026, 11, 22), [], [], [], [definition], [])), () => new(false));
}
