using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Presentation.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Form;

public sealed class FormModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private FormModel model = null!;
    private Guid id;

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        model = new(linkable.Device.Drafts, linkable.Time);
        id = (await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id;
        Assert.True(await model.OpenAsync(id));
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_typed_is_in_the_vault_after_a_pause()
    {
        model.Write(new("s2_wat", 0), "Hij riep iets.");
        linkable.Time.Advance(Autosave.Pause);
        await model.KeepAsync();

        Assert.Equal("Hij riep iets.", (await linkable.Device.Drafts.ReadAsync(id))!.Answers["s2_wat"].Text);
        Assert.Equal(SaveState.Kept, model.SaveState);
    }

    [Fact]
    public async Task A_draft_opens_again_as_it_was_left()
    {
        model.Choose(new(SignalForm.Mode, 0), [SignalMode.Named]);
        model.Add(model.Section("s2")!);
        model.Write(new("s2_wat", 1), "Twee");
        await model.CloseAsync();

        var again = new FormModel(linkable.Device.Drafts, linkable.Time);
        await again.OpenAsync(id);

        Assert.Equal(2, again.State!.Repetitions(again.Section("s2")!));
        Assert.Equal("Twee", again.State.Answer(new("s2_wat", 1)).Text);
        Assert.Equal(SignalMode.Named, SignalMode.Of(again.State));
    }

    [Fact]
    public void The_name_is_reachable_only_with_a_name()
    {
        Assert.Equal(["s0", "s2", "s5"], model.Sections.Select(section => section.Id));

        model.Choose(new(SignalForm.Mode, 0), [SignalMode.Named]);

        Assert.Equal(["s0", "s2", "s5", "s7"], model.Sections.Select(section => section.Id));
    }

    [Fact]
    public void Sections_follow_each_other_to_the_end()
    {
        var first = model.Section(null)!;
        Assert.Null(model.Beside(first, -1));
        Assert.Equal((1, 4), model.Place(first));
        Assert.Equal(("s2", false), (model.Beside(first, 1)!.Id, model.IsLast(first)));
        Assert.True(model.IsLast(model.Section("s5")!));
    }

    [Fact]
    public void A_section_says_what_it_still_asks()
    {
        Assert.Equal("s0_gevaar", Assert.Single(model.MissingIn(model.Section("s0")!)).Field);
    }

    [Fact]
    public void A_section_that_does_not_show_falls_back_to_the_first() => Assert.Equal("s0", model.Section("s7")!.Id);

    [Fact]
    public void Danger_makes_the_form_wait()
    {
        model.Choose(new("s0_gevaar", 0), ["ja"]);

        Assert.Equal("danger", model.State!.StoppedBy);
    }

    [Fact]
    public async Task A_removed_fact_takes_its_answers_along()
    {
        var facts = model.Section("s2")!;
        model.Write(new("s2_wat", 0), "Een");
        model.Add(facts);
        model.Write(new("s2_wat", 1), "Twee");

        model.Remove(facts, 0);
        await model.KeepAsync();

        var kept = (await linkable.Device.Drafts.ReadAsync(id))!.Answers;
        Assert.Equal(("Twee", false), (kept["s2_wat"].Text, kept.ContainsKey("s2_wat#1")));
    }

    [Fact]
    public async Task A_removed_fact_is_put_back_beside_what_was_written_since()
    {
        var facts = model.Section("s2")!;
        model.Write(new("s2_wat", 0), "Een");
        model.Add(facts);
        model.Write(new("s2_wat", 1), "Twee");

        model.Remove(facts, 0);
        model.Write(new("s2_wat", 0), "Twee, en meer");
        model.PutBack();
        await model.CloseAsync();
        await model.OpenAsync(id);

        Assert.Equal(("Een", "Twee, en meer"), (model.State!.Answer(new("s2_wat", 0)).Text, model.State.Answer(new("s2_wat", 1)).Text));
        Assert.Null(model.Taken);
    }

    [Fact]
    public void An_empty_fact_goes_without_a_word_about_it()
    {
        var facts = model.Section("s2")!;
        model.Add(facts);

        model.Remove(facts, 1);

        Assert.Null(model.Taken);
    }

    [Fact]
    public void A_removed_fact_comes_back_only_where_there_is_room()
    {
        var facts = model.Section("s2")!;
        model.Add(facts);
        model.Write(new("s2_wat", 1), "Twee");
        model.Remove(facts, 1);
        Assert.NotNull(model.Taken);

        model.Add(facts);
        model.Add(facts);

        Assert.Null(model.Taken);
        model.PutBack();
        Assert.Equal(3, model.State!.Repetitions(facts));
        model.Remove(facts, 2);
        Assert.Equal("Twee", model.Taken!.Answers["s2_wat"].Text);
    }

    [Fact]
    public void Locking_takes_a_removed_fact_out_of_memory()
    {
        var facts = model.Section("s2")!;
        model.Add(facts);
        model.Write(new("s2_wat", 1), "Twee");
        model.Remove(facts, 1);

        model.Forget();

        Assert.Null(model.Taken);
    }

    [Fact]
    public async Task A_draft_that_is_gone_does_not_open()
    {
        await linkable.Device.Drafts.DeleteAsync(id);

        Assert.False(await new FormModel(linkable.Device.Drafts, linkable.Time).OpenAsync(id));
    }

    [Fact]
    public async Task What_two_windows_write_stands_in_both()
    {
        var other = new FormModel(linkable.Device.Drafts, linkable.Time);
        await other.OpenAsync(id);
        other.Write(new("s2_wat", 0), "Van het andere venster");
        await other.KeepAsync();

        model.Write(new("s2_wat", 0), "Van dit venster");
        await model.KeepAsync();
        await other.RefreshAsync();

        Assert.Equal(SaveState.Kept, model.SaveState);
        foreach (var window in new[] { model, other })
        {
            Assert.Equal("Van het andere venster\n\nVan dit venster", window.State!.Answer(new("s2_wat", 0)).Text);
        }
    }

    [Fact]
    public async Task Words_whose_draft_was_deleted_in_another_window_begin_a_new_draft()
    {
        await linkable.Device.Drafts.DeleteAsync(id);
        model.Write(new("s2_wat", 0), "Nog niet bewaard");
        await model.KeepAsync();
        Assert.Equal(SaveState.Elsewhere, model.SaveState);

        var fresh = await model.KeepAsNewAsync();

        Assert.NotEqual(id, fresh);
        Assert.True(await model.OpenAsync(fresh));
        Assert.Equal("Nog niet bewaard", model.State!.Answer(new("s2_wat", 0)).Text);
    }

    [Fact]
    public async Task A_draft_deleted_in_another_window_is_noticed_on_the_way_back()
    {
        await linkable.Device.Drafts.DeleteAsync(id);

        await model.RefreshAsync();

        Assert.Equal(SaveState.Elsewhere, model.SaveState);
        Assert.False(await model.OpenAsync(id));
    }
}
