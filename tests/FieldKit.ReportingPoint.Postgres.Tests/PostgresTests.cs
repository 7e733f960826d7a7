using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests;

/// <summary>What holds of PostgreSQL alone.</summary>
public sealed class PostgresTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Commits_reach_the_disk_before_they_are_answered_also_where_the_database_is_laxer()
    {
        await point.ExecuteAsync($"ALTER DATABASE {point.TestDatabase.Name} SET synchronous_commit = off");

        point.Restart();

        Assert.Equal(["on"], await point.ReadAsync("SHOW synchronous_commit"));
    }

    [Fact]
    public async Task Reader_never_sees_a_number_while_a_lower_one_may_still_come()
    {
        var (worker, other) = (await point.EnrolledAsync(), await point.EnrolledAsync());
        await using var slow = await point.Database.OpenAsync(CancellationToken.None);
        await using var unfinished = await slow.BeginTransactionAsync();
        await using var command = slow.CreateCommand();
        (command.Transaction, command.CommandText) = (unfinished, "SELECT last_sequence FROM municipalities WHERE id = 'utrecht' FOR UPDATE");
        Assert.Equal(0L, await command.ExecuteScalarAsync());

        // Somebody holds number 1 and has not committed: nobody gets, let alone shows, number 2.
        var waiting = Task.Run(() => other.ExchangeAsync(other.Seal("tweede")));
        while ((await point.ReadAsync("SELECT pid::text FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).Count == 0)
        {
            Assert.False(waiting.IsCompleted);
        }

        command.CommandText = "UPDATE municipalities SET last_sequence = 1 WHERE id = 'utrecht'";
        await command.ExecuteNonQueryAsync();
        Assert.Empty(await point.ReadAsync("SELECT id::text FROM envelopes"));
        await unfinished.CommitAsync();
        Assert.Equal(2, (await waiting).Header.Outcomes.Single().Sequence);
        Assert.Equal(3, (await worker.ExchangeAsync(worker.Seal("derde"))).Header.Outcomes.Single().Sequence);
    }

    [Fact]
    public async Task Device_that_is_shut_out_while_its_exchange_is_under_way_fetches_nothing_any_more()
    {
        var worker = await point.EnrolledAsync();
        var answered = worker.Seal("eerste");
        await worker.ExchangeAsync(answered);
        using (var staff = await StaffMember.ScreenerAsync(point))
        {
            var signal = await staff.OpenAsync(answered.Header.Id);
            (await staff.AnswerAsync(answered.Header.Id, StaffMember.Write(signal, "eerste-blik", "Bel me."))).Dispose();
        }

        await using var slow = await point.Database.OpenAsync(CancellationToken.None);
        await using var unfinished = await slow.BeginTransactionAsync();
        await using var command = slow.CreateCommand();
        (command.Transaction, command.CommandText) = (unfinished, "SELECT last_sequence FROM municipalities WHERE id = 'utrecht' FOR UPDATE");
        await command.ExecuteScalarAsync();
        var waiting = Task.Run(() => worker.ExchangeAsync(worker.Seal("tweede")));
        while ((await point.ReadAsync("SELECT pid::text FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).Count == 0)
        {
            Assert.False(waiting.IsCompleted);
        }

        await point.ExecuteAsync("UPDATE devices SET revoked_at = 1");
        await unfinished.CommitAsync();

        var answer = await waiting;
        Assert.Empty(answer.Header.Messages);
        Assert.Equal((2L, 0L), (answer.Header.Outcomes.Single().Sequence!.Value, answer.Header.Cursor));
        Assert.NotNull((await worker.ExchangeAsync()).Header.Revocation);
    }

    public void Dispose() => point.Dispose();
}
