using FieldKit.Presentation.Sync;
using FieldKit.Protocol;
using FieldKit.TestKit;

namespace FieldKit.Presentation.Tests.Sync;

public sealed class SyncLogModelTests : IDisposable
{
    private readonly LinkableDevice linkable = new();
    private readonly SyncLogModel model;

    public SyncLogModelTests()
    {
        var texts = new Texts(new RememberedPreferences());
        model = new(linkable.Device.SyncLog, texts, new Moments(texts, linkable.Time));
    }

    public void Dispose() => linkable.Dispose();

    [Fact]
    public async Task Says_in_plain_words_what_happened_the_newest_first()
    {
        await linkable.Device.EnrolAsync(linkable.Point);
        await linkable.Device.WriteAndSealAsync();
        linkable.Point.Script(Misbehaviours.LoseRequest, Misbehaviours.LoseRequest, Misbehaviours.Refuse(Refusals.DeviceRevoked));
        for (var run = 0; run < 4; run++)
        {
            await linkable.Device.Sync.RunOnceAsync();
            linkable.Time.Advance(TimeSpan.FromMinutes(10));
        }

        await model.LoadAsync();

        Assert.Equal(
            [
                "Contact met het meldpunt. 1 bericht ontvangen.",
                "Het meldpunt kende dit toestel niet; alles bleef wachten.",
                "Het meldpunt was niet te bereiken. (2 keer)",
            ],
            model.Lines!.Select(line => line.What));
        Assert.Contains(" tot ", model.Lines![2].When, StringComparison.Ordinal);
        Assert.EndsWith($"{model.Lines![2].When}: Het meldpunt was niet te bereiken. (2 keer)", model.AsText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anything_was_sent_there_is_nothing_to_tell()
    {
        Assert.Null(model.Lines);
        await model.LoadAsync();
        Assert.Empty(model.Lines!);
    }
}
