using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Domain;
using FieldKit.Domain.Guides;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals;
using FieldKit.Domain.Signals.Reading;
using FieldKit.Domain.WritingHelp;
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
    private ContentBundle? content;

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        form = new(linkable.Device.Drafts, linkable.Time);
        model = new(form, linkable.Device.Outbox, linkable.Device.Enrolment, new(new(() => new(content), () => new(false)), () => Task.CompletedTask), new(linkable.Device.Policy), linkable.Time);
        var draft = await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", []);
        await form.OpenAsync(draft.Id);
        await model.PrepareAsync();
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

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 7)]
    [InlineData(14, null)]
    [InlineData(400, null)]
    public async Task The_writer_chooses_how_long_to_read_it_back_and_never_longer_than_the_municipality_allows(int chosen, int? kept)
    {
        Assert.Equal([0, 7, 14], model.ReadingBack.Choices);
        Fill();
        model.ReadingBack.Choose(chosen);

        var id = await model.SealAsync("nl");

        Assert.Equal(kept, model.ReadingBack.Days);
        await linkable.Device.Sync.RunOnceAsync();
        await linkable.Device.Sweep.RunAsync(linkable.Time.GetUtcNow());
        Assert.Equal(chosen == 0, (await linkable.Device.Signals.ReadAsync(id!.Value))!.IsFaded);
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
        var shown = model.LayOut(Words);
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        var read = new SignalReading(Words).LayOut(linkable.Point.Open(id), TwoPartForm.Definition);

        Assert.Equivalent(shown, read, strict: true);
        Assert.Equal("Ik denk dat hij alleen is.", Assert.Single(read.Opinion!.Lines).Text);
    }

    [Fact]
    public async Task A_name_typed_before_choosing_advice_neither_shows_nor_leaves()
    {
        Fill();
        form.Choose(new(SignalForm.Mode, 0), [SignalMode.Named]);
        form.Write(new("s7_naam", 0), "Een naam");
        Assert.Single(model.LayOut(Words).Names!.Lines);

        form.Choose(new(SignalForm.Mode, 0), [SignalMode.Advice]);
        Assert.Null(model.LayOut(Words).Names);
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        Assert.DoesNotContain("s7_naam", linkable.Point.Open(id).Answers.Keys);
    }

    [Fact]
    public async Task A_note_is_never_sealed()
    {
        Fill();
        form.Choose(new(SignalForm.Mode, 0), [SignalMode.Note]);

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

    [Fact]
    public async Task A_signal_with_a_name_and_no_behaviour_waits_and_is_led_to_a_guide()
    {
        await LookAtLooksAsync(SignalMode.Named);

        Assert.True(model.TellsNoBehaviour);
        Assert.False(model.CanSeal);
        Assert.Equal("G14", model.Guide!.Id);
        model.ShareAllTheSame();
        Assert.Null(await model.SealAsync("nl"));
        Assert.Equal(0, await linkable.Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Rather_advice_without_a_name_takes_the_name_along_nowhere()
    {
        await LookAtLooksAsync(SignalMode.Named);

        model.AskAdviceInstead();
        Assert.False(model.CanSeal);
        model.ShareAllTheSame();
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        Assert.DoesNotContain("s7_naam", linkable.Point.Open(id).Answers.Keys);
    }

    [Fact]
    public async Task Advice_about_looks_is_asked_knowingly_and_not_by_accident()
    {
        await LookAtLooksAsync(SignalMode.Advice);

        Assert.False(model.CanSeal);
        model.ShareAllTheSame();
        Assert.True(model.CanSeal);
        await model.PrepareAsync();
        Assert.False(model.CanSeal);
    }

    [Fact]
    public async Task One_word_about_behaviour_is_enough()
    {
        await LookAtLooksAsync(SignalMode.Named);

        form.Write(new("s2_wat", 0), "Draagt een baard en bedreigt.");

        Assert.False(model.TellsNoBehaviour);
        Assert.True(model.CanSeal);
    }

    [Fact]
    public async Task Without_content_nothing_is_held()
    {
        Fill();
        form.Write(new("s2_wat", 0), "Draagt een baard.");
        await model.PrepareAsync();

        Assert.True(model.CanSeal);
    }

    [Fact]
    public async Task What_had_no_place_in_a_newer_form_is_shown_and_does_not_leave()
    {
        Fill();
        form.Draft!.LeftBehind = [new("oud", 0, new("Oude vraag?"), [], "kwartelkoning")];

        Assert.Equal("kwartelkoning", Assert.Single(model.StaysBehind).Text);
        var id = (await model.SealAsync("nl"))!.Value;
        await linkable.Device.Sync.RunOnceAsync();

        Assert.DoesNotContain(linkable.Point.Open(id).Answers.Values, answer => answer.Text.Contains("kwartelkoning", StringComparison.Ordinal));
    }

    private static ReadingWords Words { get; } = new("nl", key => key);

    private async Task LookAtLooksAsync(string mode)
    {
        var aid = new WritingAid("nl", [new("uiterlijk", HintKind.Looks, "?", null, null, ["baard"], [], [])], [], default, Behaviour: new("G14", ["eng"], ["draagt", "een", "en"]));
        var guide = new Guide("G14", new LocalText("Kijk"), new LocalText("Team"), new LocalText("Kijken"), [], [], [], new(2026, 11, 22));
        content = new ContentBundle(new(2026, 11, 22), [], [guide], [], [], [], WritingHelp: [aid]);
        Fill();
        form.Choose(new(SignalForm.Mode, 0), [mode]);
        form.Write(new("s2_wat", 0), "Draagt een baard.");
        form.Write(new("s7_naam", 0), "Een naam");
        await model.PrepareAsync();
    }

    private void Fill()
    {
        form.Choose(new("s0_gevaar", 0), ["nee"]);
        form.Write(new("s2_wanneer", 0), "3 november");
        form.Write(new("s2_wat", 0), "Hij riep iets.");
    }
}
