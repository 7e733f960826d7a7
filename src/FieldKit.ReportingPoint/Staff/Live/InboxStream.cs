using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Live;

/// <summary>
/// Tells one open desk that its inbox changed; what changed it asks the inbox itself. Before each word it looks whether
/// whoever listens still may, and whether the number of the last envelope moved: a ring that was lost costs one pause.
/// </summary>
internal sealed class InboxStream(
    InboxBell bell, IDbContextFactory<ReportingPointDb> databases, IHostApplicationLifetime program, TimeProvider clock)
{
    /// <summary>So many words at once; then one in each <see cref="Gap"/>, until a pause was quiet. Devices may come in by the hundred.</summary>
    private const int AtOnce = 10;

    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    public async Task<IResult> OpenAsync(HttpContext context, CurrentStaff current)
    {
        // The ticket was read to get here; it tells when the session ends.
        var until = (await context.AuthenticateAsync()).Properties?.ExpiresUtc ?? clock.GetUtcNow();
        var limit = clock.GetUtcNow() + InboxNews.LongestStream;

        // Else a buffering proxy keeps the news to itself.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(NewsAsync(StaffSessions.IdOf(context.User)!.Value, current.Municipality, until < limit ? until : limit, context.RequestAborted));
    }

    private async IAsyncEnumerable<SseItem<string>> NewsAsync(
        Guid session, string municipality, DateTimeOffset until, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(aborted, program.ApplicationStopping);
        using var listener = bell.Listen(municipality);
        long? told = null;
        var words = 0;
        for (var rung = true; ;)
        {
            var last = await LookAsync(session, municipality, stopping.Token);
            var left = until - clock.GetUtcNow();
            if (last is null || left <= TimeSpan.Zero)
            {
                yield break;
            }

            var news = rung || last != told;
            told = last;

            // Counted from before the word, however long that takes to go out.
            using var pause = new CancellationTokenSource(left < InboxNews.Pause ? left : InboxNews.Pause, clock);
            yield return new(last.Value.ToString(CultureInfo.InvariantCulture), news ? InboxNews.Changed : InboxNews.Still);
            if (await WaitAsync(listener, pause.Token, stopping.Token) is not { } heard)
            {
                yield break;
            }

            rung = heard;
            words = rung ? words + 1 : 0;
            if (words > AtOnce)
            {
                await Task.Delay(Gap, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Number of the municipality's last envelope; null when this person may no longer read, or the database does not answer.</returns>
    private async Task<long?> LookAsync(Guid session, string municipality, CancellationToken cancellation)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var member = await StaffSessions.MemberOf(db, session).SingleOrDefaultAsync(cancellation);
            return member?.Municipality == municipality && member.RoleList.Any(StaffRoles.Readers.Contains)
                ? await db.Municipalities.Where(row => row.Id == municipality).Select(row => (long?)row.LastSequence).SingleOrDefaultAsync(cancellation)
                : null;
        }
        catch (Exception failure) when (cancellation.IsCancellationRequested || DatabaseFailure.Is(failure))
        {
            // The answer has begun, so nothing can be refused any more. The stream ends, and who comes back is told why.
            return null;
        }
    }

    /// <returns>Whether the bell rang; null when the stream must end.</returns>
    private static async Task<bool?> WaitAsync(InboxBell.Listener listener, CancellationToken pause, CancellationToken stopping)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause, stopping);
        try
        {
            return await listener.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : false;
        }
    }
}
