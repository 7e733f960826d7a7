using FieldKit.Presentation.Signals;
using FieldKit.Presentation.WritingHelp;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.WritingHelp;

public sealed class FollowUpQuestionsTests : IAsyncLifetime
{
    private readonly LinkableDevice linkable = new();

    public async Task InitializeAsync() => await linkable.Device.EnrolAsync(linkable.Point);

    public Task DisposeAsync()
    {
        linkable.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task What_is_added_to_a_sent_signal_is_asked_about_too_but_not_what_reassures()
    {
        var id = await linkable.Device.WriteAndSealAsync();
        await linkable.Device.Sync.RunOnceAsync();
        var model = new FollowUpModel(linkable.Device.FollowUps, linkable.Device.Signals, linkable.Time);
        Assert.True(await model.OpenAsync(id, withdraws: false));
        var preferences = new RememberedPreferences();
        using var questions = new FieldQuestions(SampleWords.Source(new(preferences)), new(preferences), linkable.Time, FieldText.Of(model));

        model.Write("Op 3 mei deed hij raar tegen Fatima.");
        await questions.LookAsync();
        Assert.Equal(SampleWords.AskName, questions.Current!.Text);
        await questions.DismissAsync();
        Assert.Equal(SampleWords.AskWhat, questions.Current!.Text);
        await questions.DismissAsync();
        Assert.Null(questions.Current);
    }
}
