using FieldKit.Crypto;
using FieldKit.Device.Outbox;
using FieldKit.Device.Sync;
using FieldKit.TestKit;

namespace FieldKit.Device.Tests.Sync;

/// <summary>The reporting point's key is turned over while telephones are away with the one before it.</summary>
public sealed class SuccessionTests : DeviceTest
{
    [Fact]
    public async Task Next_signal_is_sealed_to_the_new_key_and_what_waited_is_delivered_under_the_old()
    {
        await Device.EnrolAsync(Point);
        var waiting = await Device.WriteAndSealAsync("Met de eerste sleutel.");
        Point.TurnOver();
        Assert.Equal(SyncResult.Done, (await Device.Sync.RunOnceAsync()).Result);

        await Restart().Keys.UnlockAsync(NativeDevice.Pin);
        var next = await Device.WriteAndSealAsync("Met de tweede sleutel.");
        await Device.Sync.RunOnceAsync();

        Assert.Equal([1, 2], Point.Stored.Select(stored => stored.Header.Epoch));
        Assert.Equal([waiting, next], Point.Stored.Select(stored => Point.Open(stored.Header.Id).Id));
        Assert.Null(Point.Answer(Point.Exchanges[^1]).Header.NextEpochs);
    }

    [Fact]
    public async Task Answers_to_signals_under_each_key_are_read()
    {
        await Device.EnrolAsync(Point);
        var first = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();
        Point.TurnOver();
        await Device.Sync.RunOnceAsync();
        var second = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();

        Point.SendAnswer(first, "eerste-blik", "Op het eerste.");
        Point.SendAnswer(second, "eerste-blik", "Op het tweede.");
        await Device.Sync.RunOnceAsync();

        Assert.Equal("Op het eerste.", (await Device.Signals.ReadAsync(first))!.Answers.Single().Text);
        Assert.Equal("Op het tweede.", (await Device.Signals.ReadAsync(second))!.Answers.Single().Text);
    }

    [Fact]
    public async Task Telephone_that_was_away_for_three_keys_learns_them_one_after_the_other()
    {
        await Device.EnrolAsync(Point);
        Point.TurnOver();
        Point.TurnOver();
        Point.TurnOver();
        await Device.Sync.RunOnceAsync();

        await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal(4, Assert.Single(Point.Stored).Header.Epoch);
    }

    [Fact]
    public async Task Key_that_the_server_made_itself_is_not_sealed_to()
    {
        await Device.EnrolAsync(Point);
        using var server = KeyPair.Generate();
        Point.TurnOver(by: server);

        await SealsToTheFirstKeyAsync();
    }

    [Fact]
    public async Task Key_of_somebody_who_once_had_the_former_one_is_not_sealed_to()
    {
        await Device.EnrolAsync(Point);
        using var former = SigningKey.Generate();
        Point.TurnOver(signer: former);

        await SealsToTheFirstKeyAsync();
    }

    [Fact]
    public async Task Key_that_is_left_out_breaks_the_chain()
    {
        await Device.EnrolAsync(Point);
        Point.TurnOver();
        Point.TurnOver();
        Point.Script((point, exchange) =>
        {
            var answer = point.Answer(exchange);
            return (answer with { Header = answer.Header with { NextEpochs = [answer.Header.NextEpochs![1]] } }).ToFrame();
        });

        await SealsToTheFirstKeyAsync();
    }

    /// <summary>And goes on delivering: the key that it has is as good as it was.</summary>
    private async Task SealsToTheFirstKeyAsync()
    {
        Assert.Equal(SyncResult.Done, (await Device.Sync.RunOnceAsync()).Result);
        var id = await Device.WriteAndSealAsync();
        await Device.Sync.RunOnceAsync();

        Assert.Equal(1, Assert.Single(Point.Stored).Header.Epoch);
        Assert.Equal(id, Point.Open(id).Id);
    }
}
