using FieldKit.Crypto;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

/// <summary>What somebody between a device and its reporting point can try. Nothing is shown that is not so, and nothing is given up.</summary>
public sealed class HostilePointTests : DeviceTest
{
    [Fact]
    public async Task Answer_to_an_earlier_exchange_played_again_marks_nothing()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync("een");
        byte[] recorded = [];
        Point.Script((point, exchange) => recorded = point.Answer(exchange).ToFrame());
        await Device.Sync.RunOnceAsync();
        var second = await Device.WriteAndSealAsync("twee");

        Point.Script((_, _) => recorded);
        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);

        Assert.Equal(SignalState.Sealed, (await Device.Signals.ReadAsync(second))!.State);
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task Receipt_for_bytes_that_were_altered_on_the_way_up_marks_nothing()
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync();
        Point.Script((point, exchange) =>
        {
            var altered = exchange.Bodies[0].ToArray();
            altered[^1] ^= 1;
            var answer = point.Answer(exchange with { Bodies = [altered] }).ToFrame();
            point.Stored.Clear();
            return answer;
        });

        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);

        Assert.Equal(SignalState.Sealed, (await Device.Signals.ReadAsync(id))!.State);
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task Receipt_that_was_signed_for_another_device_marks_nothing()
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Point.Script((point, exchange) => point.Answer(exchange with { Device = Guid.CreateVersion7() }).ToFrame());

        Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
    }

    [Fact]
    public async Task Cursor_that_is_rolled_back_or_runs_ahead_is_not_believed()
    {
        var id = await AnsweredAsync("Bel me.");
        Point.SendAnswer(id, "gewogen", "Nog iets.");
        foreach (var cursor in new[] { 0, 2, 99 })
        {
            Point.Script((point, exchange) =>
            {
                var answer = point.Answer(exchange);
                return (answer with { Header = answer.Header with { Cursor = cursor, Messages = [] }, Bodies = [] }).ToFrame();
            });
            Assert.Equal(SyncResult.ReceiptInvalid, (await Device.Sync.RunOnceAsync()).Result);
        }

        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Messages);
        Assert.Equal(["Bel me.", "Nog iets."], (await Device.Signals.ReadAsync(id))!.Answers.Select(answer => answer.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Answer_in_another_version_is_as_good_as_none(byte version)
    {
        await Device.EnrolAsync(Point);
        await Device.WriteAndSealAsync();
        Point.Script((point, exchange) =>
        {
            var frame = point.Answer(exchange).ToFrame();
            frame[3] = version;
            return frame;
        });

        Assert.Equal(SyncResult.Offline, (await Device.Sync.RunOnceAsync()).Result);
        Assert.Equal(1, await Device.Outbox.WaitingCountAsync());
        Assert.Equal(1, (await Device.Sync.RunOnceAsync()).Received);
    }

    [Fact]
    public async Task Advice_that_is_shown_under_another_signal_is_not_read_there()
    {
        var one = await AnsweredAsync("Bel me.");
        var other = await Device.WriteAndSealAsync("twee");
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(one, "gewogen", "Alleen voor het eerste.");
        Point.Script((point, exchange) =>
        {
            var answer = point.Answer(exchange);
            return (answer with { Header = answer.Header with { Messages = [.. answer.Header.Messages.Select(message => message with { About = other })] } }).ToFrame();
        });

        await Device.Sync.RunOnceAsync();

        Assert.Empty((await Device.Signals.ReadAsync(other))!.Answers);
    }

    [Fact]
    public async Task Advice_in_the_name_of_another_epoch_is_not_read()
    {
        var id = await AnsweredAsync("Bel me.");
        using var stranger = KeyPair.Generate();
        Point.SendAnswer(id, "gewogen", "Niets aan de hand.", stranger);
        Point.Script((point, exchange) =>
        {
            var answer = point.Answer(exchange);
            return (answer with { Header = answer.Header with { Messages = [.. answer.Header.Messages.Select(message => message with { Epoch = 2 })] } }).ToFrame();
        });

        await Device.Sync.RunOnceAsync();

        Assert.Equal(["Bel me."], (await Device.Signals.ReadAsync(id))!.Answers.Select(answer => answer.Text));
    }

    private async Task<Guid> AnsweredAsync(string text)
    {
        await Device.EnrolAsync(Point);
        var id = await Device.WriteAndSealAsync("een");
        await Device.Sync.RunOnceAsync();
        Point.SendAnswer(id, "eerste-blik", text);
        await Device.Sync.RunOnceAsync();
        return id;
    }
}
