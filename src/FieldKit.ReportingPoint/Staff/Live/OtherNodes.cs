using FieldKit.ReportingPoint.Storage.Databases;

namespace FieldKit.ReportingPoint.Staff.Live;

/// <summary>
/// Carries the bell between nodes on one PostgreSQL, by LISTEN and NOTIFY on connections of its own: a notification within
/// the transaction that stores would make all commits of the database wait for each other.
/// </summary>
internal sealed class OtherNodes(InboxBell bell, DatabaseChoice choice, IDatabase database, TimeProvider clock, ILogger<OtherNodes> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>So that a node does not hear itself: its own listeners heard it before.</summary>
    private readonly string node = Guid.NewGuid().ToString("N");

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (choice.Connection is not { } connection)
        {
            // There are no others.
            return Task.CompletedTask;
        }

        var notices = new PostgresNotices(connection, database);
        return Task.WhenAll(
            AgainAsync(stopping => HearAsync(notices, stopping), stoppingToken),
            AgainAsync(stopping => TellAsync(notices, stopping), stoppingToken));
    }

    private async Task HearAsync(PostgresNotices notices, CancellationToken stopping)
    {
        await foreach (var notice in notices.ListenAsync(stopping))
        {
            if (notice is null)
            {
                // Listening from now on; what was said before is not known.
                bell.RingHere(null);
            }
            else if (notice.Split(' ', 2) is [var from, var municipality] && from != node)
            {
                bell.RingHere(municipality);
            }
        }
    }

    private async Task TellAsync(PostgresNotices notices, CancellationToken stopping)
    {
        while (true)
        {
            foreach (var municipality in await bell.UntoldAsync(stopping))
            {
                await notices.NotifyAsync($"{node} {municipality}", stopping);
            }
        }
    }

    /// <summary>Until the program stops. A ring that is lost when the connection breaks is made up for by <see cref="InboxStream"/>.</summary>
    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // Whatever it was: signals come in and are read without this, so it must not stop the program.
                log.LogWarning("News from other nodes is interrupted: {Failure}", failure.GetType());
                await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
