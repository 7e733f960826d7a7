using FieldKit.Domain.Forms;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Tests.Form;
using FieldKit.Presentation.WritingHelp;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.WritingHelp;

public sealed class LastLookTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();
    private readonly WritingHelpSwitch help;
    private readonly QuestionSource source;
    private FormModel form = null!;

    public LastLookTests()
    {
        var preferences = new RememberedPreferences();
        help = new(preferences);
        source = SampleWords.Source(new(preferences));
    }

    public async Task InitializeAsync()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        form = new(linkable.Device.Drafts, linkable.Time);
        Assert.True(await form.OpenAsync((await linkable.Device.Drafts.NewAsync(TwoPartForm.Definition, "utrecht", "nl", [])).Id));
        form.Add(form.Section("s2")!);
        form.Write(new("s2_wat", 1), "Steeds raar.");
        form.Write(new("s5_indruk", 0), "Een bom.");
    }

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Open_questions_stand_by_section_with_their_field_and_danger_first()
    {
        var look = await LookAsync();
        Assert.Equal(["s5", "s2"], look.Sections.Select(section => section.Section.Id));
        Assert.Equal(
            [(new AnswerKey("s2_wat", 1), SampleWords.AskWhen), (new("s2_wat", 1), SampleWords.AskWhat)],
            look.Sections[1].Asked.Select(asked => (asked.Key, asked.Question.Text)));
        Assert.True(look.Sections[0].Asked[0].Question.IsUrgent);
    }

    [Fact]
    public async Task A_dismissed_question_goes_and_holds_nothing_else_back()
    {
        var look = await LookAsync();
        await look.DismissAsync(look.Sections[1].Asked[0]);
        Assert.Equal([SampleWords.AskWhat], look.Sections[1].Asked.Select(asked => asked.Question.Text));
    }

    [Fact]
    public async Task Turned_off_there_is_no_last_look()
    {
        help.Turn(false);
        Assert.Empty((await LookAsync()).Sections);
    }

    [Fact]
    public async Task What_was_taken_out_is_not_asked_about()
    {
        form.Remove(form.Section("s2")!, 1);
        Assert.Equal(["s5"], (await LookAsync()).Sections.Select(section => section.Section.Id));
    }

    private async Task<LastLook> LookAsync()
    {
        var look = new LastLook(source, help, form);
        await look.LookAsync();
        return look;
    }
}
