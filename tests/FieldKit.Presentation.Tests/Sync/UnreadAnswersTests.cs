using FieldKit.Presentation.Content;
using FieldKit.Presentation.Sync;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Sync;

public sealed class UnreadAnswersTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly UnreadAnswers answers;

    public UnreadAnswersTests()
    {
        var shelf = new ContentShelf(linkable.Device.Content.CurrentAsync, () => new(false));
        answers = new(linkable.Device.Signals, new(linkable.Device.Sync, linkable.Device.Outbox, shelf, new HandledConnection(), linkable.Time));
    }

    public void Dispose()
    {
        answers.Dispose();
        linkable.Dispose();
    }

    [Fact]
    public async Task An_answer_counts_while_locked_until_it_is_read()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        var about = await linkable.Device.WriteAndSealAsync();
        await linkable.Device.Sync.RunOnceAsync();
        await answers.CountAsync();
        Assert.Equal(0, answers.Count);

        linkable.Point.SendAnswer(about, "eerste-blik", "Bel ons.");
        await linkable.Device.Sync.RunOnceAsync();
        linkable.Device.Keys.Lock();
        await answers.CountAsync();
        Assert.Equal(1, answers.Count);

        await linkable.Device.Keys.UnlockAsync(NativeDevice.Pin);
        await linkable.Device.Signals.ReadAsync(about);
        await answers.CountAsync();
        Assert.Equal(0, answers.Count);
    }
}
