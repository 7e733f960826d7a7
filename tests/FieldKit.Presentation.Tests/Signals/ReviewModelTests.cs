using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Signals;
using FieldKit.Presentation.Tests.Form;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Signals;

public sealed class ReviewModelTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private FormModel form = null!;
    private ReviewModel model = null!;

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        form = new(linkable.Device.Drafts, linkable.Time);
        model = new(form, linkable.Device.Outbox, linkable.Device.Enrolment, linkable.Time);
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Open_questions_are_listed_and_hold_the_seal()
    {
        Assert.Equal(["s0_gevaar", "s2_wanneer", "s2_wat"], model.Open.Select(key => key.ToString()));
        Assert.False(model.CanSeal);
    }

    [Fact]
    public async Task A_complete_form_is_queued_without_a_connection_and_the_draft_is_gone()
    {
        Fill();

        var id = await model.SealAsync("nl");

        Assert.Equal(1, await linkable.Device.Outbox.WaitingCountAsync());
        Assert.Empty(await linkable.Device.Drafts.ListAsync());
        Assert.Equal(SignalState.Sealed, (await linkable.Device.Signals.ReadAsync(id!.Value))!.State);
        Assert.Null(form.Draft);
    }

    [Fact]
    public async Task A_draft_begun_before_the_link_goes_to_the_municipality_of_the_link()
    {
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, Draft.AnyMunicipality, "nl", []);
        await form.OpenAsync(draft.Id);
        Fill();

        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        Assert.Equal("utrecht", linkable.Point.Open(id).Municipality);
    }

    [Fact]
    public async Task A_draft_of_another_municipality_is_not_sealed()
    {
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "arnhem", "nl", []);
        await form.OpenAsync(draft.Id);
        Fill();

        Assert.Null(await model.SealAsync("nl"));
        Assert.Equal("review.other-municipality", model.Problem);
    }

    [Fact]
    public async Task What_is_shown_is_what_the_desk_reads()
    {
        Fill();
        form.Write(new("s5_indruk", 0), "Ik denk dat hij alleen is.");
        var shown = model.Readable("nl");
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        var read = ReadableLayout.Of(TwoPartForm.Definition, linkable.Point.Open(id).Answers, "nl");

        Assert.Equivalent(shown, read, strict: true);
        Assert.Equal("Ik denk dat hij alleen is.", Assert.Single(read.Opinion).Answer);
    }

    [Fact]
    public async Task A_name_typed_before_choosing_advice_neither_shows_nor_leaves()
    {
        Fill();
        form.Choose(new(SignalMode.Field, 0), [SignalMode.Named]);
        form.Write(new("s7_naam", 0), "Een naam");
        Assert.Single(model.Readable("nl").Name);

        form.Choose(new(SignalMode.Field, 0), [SignalMode.Advice]);
        Assert.Empty(model.Readable("nl").Name);
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        Assert.DoesNotContain("s7_naam", linkable.Point.Open(id).Answers.Keys);
    }

    [Fact]
    public async Task A_note_is_never_sealed()
    {
        Fill();
        form.Choose(new(SignalMode.Field, 0), [SignalMode.Note]);

        Assert.True(model.IsNote);
        Assert.Null(await model.SealAsync("nl"));
        Assert.Equal(0, await linkable.Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Danger_holds_the_seal()
    {
        Fill();
        form.Choose(new("s0_gevaar", 0), ["ja"]);

        Assert.Null(await model.SealAsync("nl"));
    }

    [Fact]
    public void A_text_that_is_too_long_is_listed_and_not_cut()
    {
        Fill();
        form.Write(new("s2_wat", 0), new string('a', 41));

        Assert.Equal("s2_wat", Assert.Single(model.Open).Field);
        Assert.Equal(41, form.State!.Answer(new("s2_wat", 0)).Text.Length);
    }

    [Fact]
    public async Task A_draft_changed_in_another_window_is_not_sealed_from_this_one()
    {
        Fill();
        await form.KeepAsync();
        var other = new FormModel(linkable.Device.Drafts, linkable.Time);
        await other.OpenAsync(form.Draft!.Id);
        other.Write(new("s2_wat", 0), "Anders");
        await other.KeepAsync();

        Assert.Null(await model.SealAsync("nl"));
        Assert.Equal("review.seal-failed", model.Problem);
        Assert.Equal(0, await linkable.Device.Outbox.WaitingCountAsync());
    }

    private void Fill()
    {
        form.Choose(new("s0_gevaar", 0), ["nee"]);
        form.Write(new("s2_wanneer", 0), "3 november");
        form.Write(new("s2_wat", 0), "Hij riep iets.");
    }
}
