using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Domain.WritingHelp;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.WritingHelp;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.WritingHelp;

public sealed class FieldQuestionsTests : IAsyncLifetime
{
    private static readonly AnswerKey First = new("s2_wat", 0);

    private readonly LinkableDevice linkable = new();
    private readonly RememberedPreferences preferences = new();
    private readonly Texts texts;
    private readonly WritingHelpSwitch help;
    private readonly QuestionSource source;
    private FormModel form = null!;
    private int opened;

    public FieldQuestionsTests()
    {
        texts = new(preferences);
        help = new(preferences);
        source = SampleWords.Source(texts, () => opened++);
    }

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        form = new(linkable.Device.Drafts, linkable.Time);
        Assert.True(await form.OpenAsync((await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id));
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Nothing_is_loaded_or_asked_before_the_writer_pauses()
    {
        using var questions = Under(First);
        for (var letter = 1; letter <= "Hij deed raar".Length; letter++)
        {
            form.Write(First, "Hij deed raar"[..letter]);
            questions.Touch();
            linkable.Time.Advance(FieldQuestions.Pause - TimeSpan.FromMilliseconds(1));
        }

        Assert.Null(questions.Current);
        Assert.Equal(0, opened);

        linkable.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(new WritingQuestion(HintKind.Interpretation, SampleWords.AskWhat, ["raar"]), questions.Current);
    }

    [Fact]
    public void One_question_tells_all_words_that_it_is_about()
    {
        using var questions = Type(First, "Raar. Hij was raar en boos, steeds.");
        Assert.Equal(["Raar", "boos"], questions.Current!.Words);
    }

    [Fact]
    public void Danger_goes_first_and_what_tells_who_somebody_is_comes_second()
    {
        using var questions = Type(First, "Raar. Zo deed Fatima met een bom.");
        Assert.True(questions.Current!.IsUrgent);
        questions.DismissAsync();
        Assert.Equal(SampleWords.AskName, questions.Current!.Text);
        questions.DismissAsync();
        Assert.Equal(SampleWords.AskWhat, questions.Current!.Text);
    }

    [Fact]
    public async Task A_dismissed_question_stays_away_in_this_place_for_these_words()
    {
        using var questions = Type(First, "Hij deed raar.");
        await questions.DismissAsync();
        Assert.Null(questions.Current);

        form.Write(First, "Hij deed raar. Raar was het.");
        questions.Touch();
        linkable.Time.Advance(FieldQuestions.Pause);
        Assert.Null(questions.Current);

        form.Write(First, "Hij deed raar en boos.");
        questions.Touch();
        linkable.Time.Advance(FieldQuestions.Pause);
        Assert.Equal(["boos"], questions.Current!.Words);

        form.Add(form.Section("s2")!);
        using var elsewhere = Type(First with { Repetition = 1 }, "Hij deed raar.");
        Assert.NotNull(elsewhere.Current);
    }

    [Fact]
    public async Task What_was_dismissed_comes_back_with_the_draft_and_is_no_answer()
    {
        using (var questions = Type(First, "Hij deed raar."))
        {
            await questions.DismissAsync();
        }

        var id = form.Draft!.Id;
        await form.CloseAsync();
        Assert.True(await form.OpenAsync(id));
        using var again = Type(First, "Hij deed raar.");

        Assert.Null(again.Current);
        Assert.NotEmpty(form.Draft.Dismissed);
        Assert.DoesNotContain(form.State!.ForSealing(), answer => answer.Key.Contains("Interpretation", StringComparison.Ordinal));
        Assert.Equal(["s0_route", "s2_wat"], form.State.ForSealing().Keys.Order());
    }

    [Fact]
    public async Task A_removed_repetition_takes_along_what_was_dismissed_in_it()
    {
        form.Add(form.Section("s2")!);
        form.Write(First with { Repetition = 1 }, "Hij was boos.");
        using (var questions = Type(First, "Hij was boos."))
        {
            await questions.DismissAsync();
        }

        form.Remove(form.Section("s2")!, 0);
        using var moved = Under(First);
        await moved.LookAsync();
        Assert.NotNull(moved.Current);
    }

    [Fact]
    public async Task Turned_off_it_is_silent_everywhere_until_it_is_turned_on()
    {
        using var questions = Type(First, "Hij deed raar.");
        questions.TurnOff();
        Assert.Null(questions.Current);
        Assert.True(questions.WasTurnedOff);
        using var other = Type(First, "Hij deed boos.");
        Assert.Null(other.Current);

        await questions.TurnOnAsync();
        Assert.NotNull(questions.Current);
        Assert.False(questions.WasTurnedOff);
    }

    [Fact]
    public async Task Turned_off_nothing_is_loaded()
    {
        help.Turn(false);
        using var questions = Type(First, "Hij deed raar.");
        await questions.LookAsync();
        Assert.Equal(0, opened);
    }

    [Fact]
    public void Without_words_in_this_language_nothing_is_asked()
    {
        texts.Use(Texts.English);
        using var questions = Type(First, "Hij deed raar.");
        Assert.Null(questions.Current);
    }

    [Fact]
    public void The_question_goes_when_the_words_go()
    {
        using var questions = Type(First, "Hij deed raar.");
        form.Write(First, "Hij zei niets.");
        questions.Touch();
        Assert.NotNull(questions.Current);
        linkable.Time.Advance(FieldQuestions.Pause);
        Assert.Null(questions.Current);
    }

    [Fact]
    public void What_stands_there_already_is_not_said_again()
    {
        using var questions = Type(First, "Hij deed raar.");
        var said = 0;
        questions.PropertyChanged += (_, _) => said++;
        form.Write(First, "Hij deed raar op 3 mei.");
        questions.Touch();
        linkable.Time.Advance(FieldQuestions.Pause);
        Assert.Equal(0, said);
    }

    [Theory]
    [InlineData(SignalMode.Advice, true)]
    [InlineData(SignalMode.Named, true)]
    [InlineData(SignalMode.Note, false)]
    public void Names_are_asked_about_in_what_leaves_the_device(string mode, bool asks)
    {
        form.Choose(new(SignalForm.Mode, 0), [mode]);
        using var questions = Type(First, "Ik zag Fatima.");
        Assert.Equal(asks, questions.Current is not null);
    }

    [Fact]
    public void The_box_for_opinions_may_hold_them_and_the_page_for_names_is_left_alone()
    {
        Assert.False(WritingPlace.IsHelped(form.Field(new("s7_naam", 0))));
        Assert.Equal(WritingField.Impression, WritingPlace.Of(form.State!, form.Field(new("s5_indruk", 0))).Field);
    }

    [Fact]
    public void Nothing_happens_once_the_field_is_gone()
    {
        var questions = Under(First);
        form.Write(First, "Hij deed raar.");
        questions.Touch();
        questions.Dispose();
        linkable.Time.Advance(FieldQuestions.Pause);
        Assert.Null(questions.Current);
        Assert.Equal(0, opened);
    }

    private FieldQuestions Under(AnswerKey key) => new(source, help, linkable.Time, FieldText.Of(form, key));

    private FieldQuestions Type(AnswerKey key, string text)
    {
        var questions = Under(key);
        form.Write(key, text);
        questions.Touch();
        linkable.Time.Advance(FieldQuestions.Pause);
        return questions;
    }
}
