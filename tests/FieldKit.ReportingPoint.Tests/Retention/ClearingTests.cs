using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Retention;

/// <summary>Which signals go, when, and what keeps them.</summary>
public sealed class ClearingTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Closed_signal_goes_after_its_term_and_not_before()
    {
        var (worker, signal) = await SentAsync();
        await worker.ExchangeAsync(worker.FollowUp(signal));
        await point.CloseAsync(signal.Header.Id);
        await point.PassAsync(Terms.Days - 1);
        Assert.True(await point.IsInTheInboxAsync(signal.Header.Id));
        Assert.DoesNotContain("0", await LengthsAsync());

        await point.PassAsync(1);

        Assert.False(await point.IsInTheInboxAsync(signal.Header.Id));
        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed) FROM envelopes"));
        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed_for_desk) FROM answers"));
    }

    [Fact]
    public async Task Desk_finds_nothing_where_a_signal_was_cleared()
    {
        var (_, signal) = await SentAsync();
        await point.CloseAsync(signal.Header.Id);
        using var screener = await StaffMember.ScreenerAsync(point);
        var answer = StaffMember.Write(await screener.OpenAsync(signal.Header.Id), "afgerond", "Nog iets.");
        await point.PassAsync(Terms.Days);

        using var after = await StaffMember.ScreenerAsync(point);
        var place = $"/api/v1/staff/signals/{signal.Header.Id}";
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await after.Client.GetAsync(place));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await after.AnswerAsync(signal.Header.Id, answer));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await after.Client.PostAsJsonAsync(
            place + "/name-page", new NamePageRequest(NameReasons.All.First()), ProtocolJson.Default.NamePageRequest));
    }

    [Theory]
    [InlineData("eerste-blik")]
    [InlineData("eerste-blik", "advies")]
    public async Task Signal_in_a_stage_without_a_term_stays(params string[] stages)
    {
        var (_, signal) = await SentAsync();
        await point.MoveAsync(signal.Header.Id, stages);

        await point.PassAsync(3 * Terms.Days);

        Assert.True(await point.HasAsync(signal.Header.Id));
        Assert.Null(await point.KeptUntilAsync(signal.Header.Id));
    }

    [Fact]
    public async Task Signal_that_nobody_opened_stays()
    {
        var (_, waiting) = await SentAsync();
        var (_, moved) = await SentAsync();
        await point.CloseAsync(moved.Header.Id);
        await point.ExecuteAsync("UPDATE progress SET opened_at = NULL");

        await point.PassAsync(3 * Terms.Days);

        Assert.True(await point.HasAsync(waiting.Header.Id));
        Assert.True(await point.HasAsync(moved.Header.Id));
        Assert.Null(await point.KeptUntilAsync(moved.Header.Id));
    }

    [Fact]
    public async Task What_came_in_and_was_not_read_keeps_its_signal_and_reading_it_begins_the_term_anew()
    {
        var (worker, signal) = await SentAsync();
        await point.CloseAsync(signal.Header.Id);
        await point.PassAsync(Terms.Days - 1);
        await worker.ExchangeAsync(worker.FollowUp(signal));

        await point.PassAsync(Terms.Days);
        Assert.Null(await point.KeptUntilAsync(signal.Header.Id));
        await point.LookAsync(signal.Header.Id);
        Assert.Equal(point.Clock.GetUtcNow().AddDays(Terms.Days), await point.KeptUntilAsync(signal.Header.Id));
        await point.PassAsync(Terms.Days - 1);
        Assert.True(await point.HasAsync(signal.Header.Id));

        await point.PassAsync(1);
        Assert.False(await point.HasAsync(signal.Header.Id));
    }

    [Fact]
    public async Task Answer_begins_the_term_anew_and_looking_again_does_not()
    {
        var (_, answered) = await SentAsync();
        var (_, seen) = await SentAsync();
        await point.CloseAsync(answered.Header.Id);
        await point.CloseAsync(seen.Header.Id);
        var until = await point.KeptUntilAsync(seen.Header.Id);
        await point.PassAsync(Terms.Days - 1);
        await point.MoveAsync(answered.Header.Id, "afgerond");
        await point.LookAsync(seen.Header.Id);
        Assert.Equal(until, await point.KeptUntilAsync(seen.Header.Id));

        await point.PassAsync(1);

        Assert.True(await point.HasAsync(answered.Header.Id));
        Assert.False(await point.HasAsync(seen.Header.Id));
    }

    [Fact]
    public async Task Withdrawn_signal_that_was_read_and_closed_goes_with_its_withdrawal_once_that_is_read()
    {
        var (worker, signal) = await SentAsync();
        await point.CloseAsync(signal.Header.Id);
        await worker.ExchangeAsync(worker.Withdrawal(signal));
        await point.PassAsync(Terms.Days);
        Assert.True(await point.HasAsync(signal.Header.Id));
        await point.LookAsync(signal.Header.Id);

        await point.PassAsync(Terms.Days);

        Assert.False(await point.HasAsync(signal.Header.Id));
        Assert.Equal(["0", "0"], await point.ReadAsync("SELECT length(sealed) FROM envelopes"));
    }

    [Fact]
    public async Task Other_signals_and_other_municipalities_are_left_alone()
    {
        var (_, signal) = await SentAsync();
        var (_, other) = await SentAsync();
        var arnhem = await point.EnrolledAsync("arnhem");
        await arnhem.ExchangeAsync(arnhem.Seal("Ik zag iets.", id: signal.Header.Id));
        await point.CloseAsync(signal.Header.Id);

        await point.PassAsync(Terms.Days);

        Assert.False(await point.HasAsync(signal.Header.Id));
        Assert.True(await point.HasAsync(other.Header.Id));
        using var screener = await StaffMember.ArnhemScreenerAsync(point);
        Assert.NotEmpty((await screener.OpenAsync(signal.Header.Id)).Sealed);
    }

    [Fact]
    public async Task Audit_log_tells_of_each_cleared_signal_once_and_its_chain_holds()
    {
        var (_, signal) = await SentAsync();
        await point.CloseAsync(signal.Header.Id);

        await point.PassAsync(Terms.Days + 3);

        Assert.Equal([$"{signal.Header.Id:D} afgerond"], await point.AuditedAsync(AuditActions.SignalCleared));
        using var scope = point.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        Assert.Null(AuditChain.FirstBreak(rows.Select(row => row.ToEntry())));
        Assert.Equal(AuditLog.Nobody, rows.Single(row => row.Action == AuditActions.SignalCleared).Actor);
    }

    [Fact]
    public async Task Signals_from_before_there_were_terms_have_a_whole_one_from_the_first_run_on()
    {
        var (_, signal) = await SentAsync();
        await point.CloseAsync(signal.Header.Id);
        await point.ExecuteAsync("UPDATE progress SET last_at = NULL; UPDATE municipalities SET retention_clock = 0");
        point.Clock.SetClock(point.Clock.GetUtcNow().AddDays(365));
        await point.RunAsync();

        await point.PassAsync(Terms.Days - 1);
        Assert.True(await point.HasAsync(signal.Header.Id));

        await point.PassAsync(1);
        Assert.False(await point.HasAsync(signal.Header.Id));
    }

    [Fact]
    public async Task Runs_come_by_themselves_soon_after_the_start_and_every_few_hours()
    {
        await point.HaveClosedAsync(510);

        point.Clock.Advance(RetentionTimer.AfterStart);
        await UntilClearedAsync(RetentionRun.MostInARun);

        // The next one is waited for only once this one is done, which is some moments after what it cleared is gone.
        await UntilClearedAsync(510, () => point.Clock.Advance(RetentionTimer.Between));
    }

    [Fact]
    public async Task One_run_clears_so_many_and_the_next_one_goes_on()
    {
        await point.HaveClosedAsync(510);

        Assert.Equal(500, await point.RunAsync());
        Assert.Equal(10, await point.RunAsync());
        Assert.Equal(0, await point.RunAsync());
    }

    public void Dispose() => point.Dispose();

    private async Task<(FieldDevice Worker, Envelope Signal)> SentAsync()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        return (worker, signal);
    }

    private async Task UntilClearedAsync(int signals, Action? meanwhile = null)
    {
        while ((await point.AuditedAsync(AuditActions.SignalCleared)).Count < signals)
        {
            meanwhile?.Invoke();
        }
    }

    private async Task<IEnumerable<string>> LengthsAsync() =>
        [.. await point.ReadAsync("SELECT length(sealed) FROM envelopes"), .. await point.ReadAsync("SELECT length(sealed_for_desk) FROM answers")];
}
