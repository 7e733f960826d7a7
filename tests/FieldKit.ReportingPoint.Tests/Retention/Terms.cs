using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Retention;

/// <summary>Time that passes with its runs, and signals that people are done with.</summary>
internal static class Terms
{
    public const int Days = 28;

    public static Task<int> RunAsync(this RunningPoint point) =>
        point.Services.GetRequiredService<RetentionRun>().ClearAsync(CancellationToken.None);

    /// <summary>So many days with a run at their end, as if there had been some every day. Only the clock moves on: timers would run beside.</summary>
    public static async Task PassAsync(this RunningPoint point, int days)
    {
        point.Clock.SetClock(point.Clock.GetUtcNow().AddDays(days));
        await point.ExecuteAsync($"UPDATE municipalities SET retention_clock = {point.Clock.GetUtcNow().AddHours(-1).ToUnixTimeMilliseconds()}");
        await point.RunAsync();
    }

    public static async Task PassDayByDayAsync(this RunningPoint point, int days)
    {
        for (var day = 0; day < days; day++)
        {
            point.Clock.SetClock(point.Clock.GetUtcNow().AddDays(1));
            await point.RunAsync();
        }
    }

    /// <summary>Opens it and moves it along these stages. A session lasts nine hours, so each time somebody signs in.</summary>
    public static async Task MoveAsync(this RunningPoint point, Guid signal, params string[] stages)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        foreach (var stage in stages)
        {
            using var answer = await screener.AnswerAsync(signal, StaffMember.Write(await screener.OpenAsync(signal), stage, "Dank je."));
            answer.EnsureSuccessStatusCode();
        }
    }

    public static Task CloseAsync(this RunningPoint point, Guid signal) => point.MoveAsync(signal, "eerste-blik", "afgerond");

    public static async Task LookAsync(this RunningPoint point, Guid signal)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.OpenAsync(signal);
    }

    /// <summary>Whether it is there to be read.</summary>
    public static async Task<bool> HasAsync(this RunningPoint point, Guid signal) =>
        (await point.ReadAsync($"SELECT length(sealed) FROM envelopes WHERE municipality = 'utrecht' AND id = {Literal(point, signal)}")).Single() != "0";

    private static string Literal(RunningPoint point, Guid id) =>
        point.Database.HoldingTheRow.Length == 0 ? $"x'{id:N}'" : $"'{id:D}'";

    public static async Task<bool> IsInTheInboxAsync(this RunningPoint point, Guid signal)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        return (await screener.InboxAsync()).Any(item => item.Id == signal);
    }

    public static async Task<DateTimeOffset?> KeptUntilAsync(this RunningPoint point, Guid signal)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        return (await screener.InboxAsync()).Single(item => item.Id == signal).KeptUntil;
    }

    /// <summary>Signals that somebody read and closed in 1970, without going through the desk with each.</summary>
    public static async Task HaveClosedAsync(this RunningPoint point, int signals)
    {
        var worker = await point.EnrolledAsync();
        foreach (var some in Enumerable.Range(0, signals).Chunk(100))
        {
            await worker.ExchangeAsync([.. some.Select(_ => worker.Seal("Ik zag iets."))]);
        }

        await point.RunAsync();
        await point.ExecuteAsync("""
            INSERT INTO progress (municipality, id, stage, stage_version, opened_at, read_to, last_at)
            SELECT municipality, id, 'afgerond', 2, 1, sequence, 1 FROM envelopes
            """);
    }

    public static Task<List<string>> AuditedAsync(this RunningPoint point, string action) =>
        point.ReadAsync($"SELECT subject FROM audit WHERE action = '{action}' ORDER BY sequence");
}
