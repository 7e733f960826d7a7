using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Retention;

/// <summary>What devices hear of a signal that was cleared.</summary>
public sealed class ClearedEnvelopeTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Same_envelopes_again_are_received_under_their_numbers_and_nothing_is_stored_anew()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        var more = worker.FollowUp(signal);
        var first = (await worker.ExchangeAsync(signal, more)).Header;
        await ClearAsync(signal);

        var again = (await worker.ExchangeAsync(more, signal)).Header;

        Assert.Equal([first.Outcomes[1], first.Outcomes[0]], again.Outcomes);
        Assert.True(worker.Verifies(again, more, signal));
        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed) FROM envelopes"));
        Assert.False(await point.HasAsync(signal.Header.Id));
    }

    [Fact]
    public async Task What_is_new_about_it_is_refused_by_name_and_holds_up_nothing()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await ClearAsync(signal);
        var next = worker.Seal("Iets nieuws.");

        var answer = (await worker.ExchangeAsync(worker.FollowUp(signal), worker.Withdrawal(signal), next)).Header;

        Expect.Refused(Refusals.SignalCleared, answer.Outcomes[0]);
        Expect.Refused(Refusals.SignalCleared, answer.Outcomes[1]);
        Assert.Equal(2, answer.Outcomes[2].Sequence);
        Assert.True(await point.HasAsync(next.Header.Id));
    }

    [Fact]
    public async Task Other_bytes_under_its_id_are_a_conflict_and_another_device_hears_of_no_signal()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await ClearAsync(signal);
        var other = await point.EnrolledAsync();

        Expect.Refused(Refusals.Conflict, (await worker.ExchangeAsync(worker.Seal("Iets anders.", id: signal.Header.Id))).Header.Outcomes[0]);
        Expect.Refused(Refusals.Conflict, (await other.ExchangeAsync(other.Seal("Ik zag iets.", id: signal.Header.Id))).Header.Outcomes[0]);
        Expect.Refused(Refusals.SignalUnknown, (await other.ExchangeAsync(other.FollowUp(signal))).Header.Outcomes[0]);
        Assert.Equal(["0"], await point.ReadAsync("SELECT length(sealed) FROM envelopes"));
    }

    [Fact]
    public async Task Answers_that_the_device_has_go_with_the_signal()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        await worker.HaveFetchedAsync(2);

        await point.PassAsync(Terms.Days);

        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed_for_device) FROM answers"));
        Assert.Empty((await worker.ExchangeAsync(cursor: 0)).Header.Messages);
        await point.PassAsync(2 * Terms.Days);
        Assert.Empty(await point.AuditedAsync(AuditActions.AnswersCleared));
    }

    [Fact]
    public async Task Answer_that_waits_for_its_device_stays_for_one_more_term()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        await worker.HaveFetchedAsync(1);
        await point.PassAsync(Terms.Days);
        await point.PassAsync(Terms.Days - 1);

        var box = (await worker.ExchangeAsync(cursor: 0)).Header;
        Assert.Equal((2, false, 2), (box.Messages.Single().Sequence, box.More, box.Cursor));
        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed_for_desk) FROM answers"));

        await point.PassAsync(1);
        Assert.Empty((await worker.ExchangeAsync(cursor: 0)).Header.Messages);
        Assert.Equal([signal.Header.Id.ToString("D")], await point.AuditedAsync(AuditActions.AnswersCleared));
        Assert.Single(await point.AuditedAsync(AuditActions.SignalCleared));
    }

    [Fact]
    public async Task Messages_after_cleared_ones_keep_their_numbers()
    {
        var worker = await point.EnrolledAsync();
        var (old, current) = (worker.Seal("oud"), worker.Seal("nieuw"));
        await worker.ExchangeAsync(old, current);
        await point.CloseAsync(old.Header.Id);
        await worker.HaveFetchedAsync(2);
        await point.PassAsync(Terms.Days);

        await point.MoveAsync(current.Header.Id, "eerste-blik");

        Assert.Equal(3, (await worker.ExchangeAsync(cursor: 0)).Header.Messages.Single().Sequence);
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 2)]
    public async Task Cursor_that_is_not_of_what_was_given_out_here_takes_no_answer_away(bool own, long cursor)
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        if (own)
        {
            await worker.HaveFetchedAsync(cursor);
        }
        else
        {
            // Of no instance, as a device that starts anew.
            await worker.ExchangeAsync(cursor);
        }

        await point.PassAsync(Terms.Days);

        Assert.Equal(2, (await worker.ExchangeAsync(cursor: 0)).Header.Messages.Count);
    }

    [Fact]
    public async Task Answers_for_a_revoked_device_go_with_the_signal()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        await point.ExecuteAsync("UPDATE devices SET revoked_at = 1");

        await point.PassAsync(Terms.Days);

        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed_for_device) FROM answers"));
    }

    public void Dispose() => point.Dispose();

    private async Task ClearAsync(Envelope signal)
    {
        await point.CloseAsync(signal.Header.Id);
        await point.PassAsync(Terms.Days);
        Assert.False(await point.HasAsync(signal.Header.Id));
    }
}
