using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

/// <summary>What a device sends about a signal afterwards: more facts, or that it takes it back.</summary>
public sealed class FollowUpTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Follow_up_reaches_the_desk_with_its_signal_and_opens_there()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        var more = worker.FollowUp(signal, "Het was op dinsdag.");

        var answer = (await worker.ExchangeAsync(more)).Header;

        Assert.Equal(2, answer.Outcomes.Single().Sequence);
        Assert.True(worker.Verifies(answer, more));
        using var screener = await StaffMember.ScreenerAsync(point);
        var opened = await screener.OpenAsync(signal.Header.Id);
        var followUp = Assert.Single(opened.FollowUps);
        Assert.Equal(more.Header, followUp.Header);
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        var packed = Hpke.Open(epoch, opened.DevicePublicKey, Hpke.SignalInfo, followUp.Header.AssociatedData(opened.Device), followUp.Sealed);
        Assert.Equal("Het was op dinsdag.", Encoding.UTF8.GetString(SealedText.Unpack(packed, 1000)));
    }

    [Fact]
    public async Task Follow_up_is_new_in_the_inbox_until_the_desk_looks_and_brings_an_old_signal_up()
    {
        var worker = await point.EnrolledAsync();
        var old = worker.Seal("oud");
        await worker.ExchangeAsync(old, worker.Seal("nieuw"));
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.OpenAsync(old.Header.Id);

        await worker.ExchangeAsync(worker.FollowUp(old), worker.FollowUp(old));

        var inbox = await screener.InboxAsync();
        Assert.Equal((old.Header.Id, 2, 4L, true), (inbox[0].Id, inbox[0].New, inbox[0].LastSequence, inbox[0].Opened));
        Assert.Equal(2, inbox.Count);
        await screener.OpenAsync(old.Header.Id);
        Assert.Equal(0, (await screener.InboxAsync())[0].New);
    }

    [Theory]
    [InlineData("utrecht")]
    [InlineData("arnhem")]
    public async Task Follow_up_to_the_signal_of_another_device_is_refused_as_if_there_were_none(string municipality)
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        var other = await point.EnrolledAsync(municipality);
        var own = other.Seal("Van mij.");

        var answer = (await other.ExchangeAsync(other.FollowUp(signal), other.Withdrawal(signal), own, other.FollowUp(other.Seal("nooit verstuurd")))).Header;

        Expect.Refused(Refusals.SignalUnknown, answer.Outcomes[0]);
        if (municipality == "utrecht")
        {
            Expect.Refused(Refusals.SignalUnknown, answer.Outcomes[1]);
        }
        else
        {
            // There no signal has that id yet.
            Assert.Equal(1, answer.Outcomes[1].Sequence);
        }

        Assert.Equal(2, answer.Outcomes[2].Sequence);
        Expect.Refused(Refusals.SignalUnknown, answer.Outcomes[3]);
        using var screener = await StaffMember.ScreenerAsync(point);
        var seen = await screener.OpenAsync(signal.Header.Id);
        Assert.Empty(seen.FollowUps);
        Assert.Null(seen.Item.WithdrawnAt);
    }

    [Fact]
    public async Task Follow_up_named_for_another_municipality_is_refused()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");

        var answer = await worker.ExchangeAsync(signal, worker.FollowUp(signal, municipality: "arnhem"));

        Expect.Refused(Refusals.OtherMunicipality, answer.Header.Outcomes[1]);
    }

    [Fact]
    public async Task Follow_up_may_come_in_the_same_exchange_as_its_signal()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");

        Assert.Equal([1, 2], (await worker.ExchangeAsync(signal, worker.FollowUp(signal))).Header.Outcomes.Select(outcome => outcome.Sequence!.Value));
    }

    [Fact]
    public async Task Same_follow_up_again_is_received_once()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var more = worker.FollowUp(signal);
        var first = (await worker.ExchangeAsync(signal, more)).Header;
        point.Restart();

        var again = (await worker.ExchangeAsync(more, signal, more)).Header;

        Assert.Equal([first.Outcomes[1], first.Outcomes[0], first.Outcomes[1]], again.Outcomes);
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Single((await screener.OpenAsync(signal.Header.Id)).FollowUps);
    }

    [Fact]
    public async Task Same_follow_up_with_other_bytes_or_another_signal_is_a_conflict()
    {
        var worker = await point.EnrolledAsync();
        var (signal, second) = (worker.Seal("een"), worker.Seal("twee"));
        var more = worker.FollowUp(signal);
        await worker.ExchangeAsync(signal, second, more);

        var answer = await worker.ExchangeAsync(
            worker.FollowUp(signal, "iets anders", id: more.Header.Id), more with { Header = more.Header with { About = second.Header.Id } });

        Assert.All(answer.Header.Outcomes, outcome => Expect.Refused(Refusals.Conflict, outcome));
    }

    [Fact]
    public async Task Kind_that_does_not_fit_what_it_is_about_is_malformed()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        var more = worker.FollowUp(signal);

        var answer = await worker.ExchangeAsync(
            more with { Header = more.Header with { About = null } },
            more with { Header = more.Header with { About = Guid.Empty } },
            more with { Header = more.Header with { About = more.Header.Id } },
            more with { Header = more.Header with { Kind = EnvelopeKinds.Signal } },
            more with { Header = more.Header with { Kind = "verslag" } });

        Assert.Equal(
            [Refusals.Malformed, Refusals.Malformed, Refusals.Malformed, Refusals.Malformed, Refusals.KindUnknown],
            answer.Header.Outcomes.Select(outcome => outcome.Refusal));
    }

    [Fact]
    public async Task Follow_up_to_a_follow_up_is_refused()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var more = worker.FollowUp(signal);

        Expect.Refused(Refusals.SignalUnknown, (await worker.ExchangeAsync(signal, more, worker.FollowUp(more))).Header.Outcomes[2]);
    }

    [Fact]
    public async Task Oversized_follow_up_is_refused_and_holds_up_nothing()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var more = worker.FollowUp(signal);

        var answer = await worker.ExchangeAsync(
            signal, new Envelope(more.Header with { Length = Limits.SealedBytes + 1 }, new byte[Limits.SealedBytes + 1]), worker.FollowUp(signal));

        Assert.Equal([null, Refusals.TooLarge, null], answer.Header.Outcomes.Select(outcome => outcome.Refusal));
    }

    [Fact]
    public async Task Withdrawn_signal_is_marked_once_stays_unopened_and_takes_no_answer()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        var back = worker.Withdrawal(signal);
        await worker.ExchangeAsync(back);
        var at = point.Clock.GetUtcNow();
        point.Clock.Advance(TimeSpan.FromHours(1));
        await worker.ExchangeAsync(back, worker.Withdrawal(signal));
        using var screener = await StaffMember.ScreenerAsync(point);

        var seen = await screener.OpenAsync(signal.Header.Id);

        Assert.Equal((at, false), (seen.Item.WithdrawnAt, seen.Item.Opened));
        Assert.False((await screener.InboxAsync()).Single().Opened);
        await Expect.RefusalAsync(
            HttpStatusCode.Conflict, Refusals.Withdrawn, await screener.AnswerAsync(signal.Header.Id, StaffMember.Write(seen, "eerste-blik", "Dank.")));
    }

    [Fact]
    public async Task Signal_that_arrives_after_its_withdrawal_is_withdrawn_as_it_arrives()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var back = worker.Withdrawal(signal);

        var early = (await worker.ExchangeAsync(back)).Header;
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.True(worker.Verifies(early, back));
        Assert.Empty(await screener.InboxAsync());

        await worker.ExchangeAsync(signal);

        Assert.NotNull((await screener.InboxAsync()).Single().WithdrawnAt);
    }

    [Fact]
    public async Task Withdrawal_that_came_before_its_signal_withdraws_nothing_of_another_device()
    {
        var (worker, other) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        var signal = worker.Seal("Ik zag iets.");
        await other.ExchangeAsync(other.Withdrawal(signal));

        await worker.ExchangeAsync(signal);

        using var screener = await StaffMember.ScreenerAsync(point);
        var item = (await screener.InboxAsync()).Single();
        Assert.Equal((null, 0), (item.WithdrawnAt, item.New));
        Assert.Empty((await screener.OpenAsync(signal.Header.Id)).FollowUps);
    }

    [Fact]
    public async Task Device_that_knows_no_follow_ups_leaves_the_member_out_and_is_welcome()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var header = JsonSerializer.SerializeToNode(new(0, null, 0, [signal.Header]), ProtocolJson.Default.ExchangeRequest)!;
        Assert.True(header["envelopes"]![0]!.AsObject().Remove("about"));

        using var answer = await worker.PostAsync(
            Frame.Write(header, (JsonTypeInfo<JsonNode>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonNode)), [signal.Body]));

        Assert.Null(ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync()).Header.Outcomes.Single().Refusal);
    }

    public void Dispose() => point.Dispose();
}
