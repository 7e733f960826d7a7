using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Intake;

/// <summary>The same again, and something else under the same name.</summary>
public sealed class ResendTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Same_envelope_twice_is_received_once_with_the_same_sequence()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        var first = (await worker.ExchangeAsync(envelope)).Header;
        point.Clock.Advance(TimeSpan.FromHours(1));

        var second = (await worker.ExchangeAsync(envelope)).Header;

        Assert.Equal(first.Outcomes, second.Outcomes);
        Assert.True(worker.Verifies(second, envelope));
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Single(await screener.InboxAsync());
    }

    [Fact]
    public async Task Same_envelope_twice_in_one_exchange_is_received_once()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");

        var answer = (await worker.ExchangeAsync(envelope, envelope)).Header;

        Assert.Equal([1, 1], answer.Outcomes.Select(outcome => outcome.Sequence!.Value));
        Assert.True(worker.Verifies(answer, envelope, envelope));
    }

    [Fact]
    public async Task Server_that_died_between_commit_and_answer_gives_the_same_receipt_when_asked_again()
    {
        var worker = await point.EnrolledAsync();
        Envelope[] envelopes = [worker.Seal("een"), worker.Seal("twee")];
        var lost = (await worker.ExchangeAsync(envelopes)).Header;
        point.Restart();

        var again = (await worker.ExchangeAsync(envelopes)).Header;

        Assert.Equal(lost.Outcomes, again.Outcomes);
        Assert.Equal(lost.Instance, again.Instance);
        Assert.True(worker.Verifies(again, envelopes));
        Assert.Equal(3, (await worker.ExchangeAsync(worker.Seal("drie"))).Header.Outcomes.Single().Sequence);
    }

    [Fact]
    public async Task Same_id_with_other_bytes_is_a_conflict_for_that_item_alone_and_the_first_stays()
    {
        var worker = await point.EnrolledAsync();
        var first = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(first);

        var answer = (await worker.ExchangeAsync(worker.Seal("Ik zag iets anders.", id: first.Header.Id), worker.Seal("Ook dit."))).Header;

        Expect.Refused(Refusals.Conflict, answer.Outcomes[0]);
        Assert.Equal(2, answer.Outcomes[1].Sequence);
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Equal(first.Body, (await screener.OpenAsync(first.Header.Id)).Sealed);
    }

    [Fact]
    public async Task Same_bytes_under_another_header_are_a_conflict()
    {
        var worker = await point.EnrolledAsync();
        point.Content = builtOn => SmallContent.WithFormVersion(builtOn, 2);
        point.Restart();
        var first = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(first);

        var answer = await worker.ExchangeAsync(first with { Header = first.Header with { FormVersion = 2 } });

        Expect.Refused(Refusals.Conflict, answer.Header.Outcomes.Single());
    }

    [Fact]
    public async Task Id_of_another_device_is_a_conflict_that_tells_nothing_more()
    {
        var worker = await point.EnrolledAsync();
        var first = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(first);
        var other = await point.EnrolledAsync();

        var answer = (await other.ExchangeAsync(other.Seal("Van mij.", id: first.Header.Id), first)).Header;

        Assert.All(answer.Outcomes, outcome => Expect.Refused(Refusals.Conflict, outcome));
        Assert.Null(answer.Receipt);
        await StaysAsync(worker, first);
    }

    [Fact]
    public async Task Id_of_a_device_in_another_municipality_is_another_envelope_and_tells_nothing()
    {
        var worker = await point.EnrolledAsync();
        var first = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(first);
        var other = await point.EnrolledAsync("arnhem");

        var mine = other.Seal("Van mij.", id: first.Header.Id);
        var answer = (await other.ExchangeAsync(mine, first with { Header = first.Header with { Municipality = "arnhem" } })).Header;

        Assert.Equal(1, answer.Outcomes[0].Sequence);
        Expect.Refused(Refusals.Conflict, answer.Outcomes[1]);
        await StaysAsync(worker, first);
        using var neighbour = await StaffMember.ArnhemScreenerAsync(point);
        Assert.Equal(mine.Body, (await neighbour.OpenAsync(mine.Header.Id)).Sealed);
    }

    public void Dispose() => point.Dispose();

    private async Task StaysAsync(FieldDevice sender, Envelope envelope)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        var kept = await screener.OpenAsync(envelope.Header.Id);
        Assert.Equal(sender.Id, kept.Device);
        Assert.Equal(envelope.Body, kept.Sealed);
    }
}
