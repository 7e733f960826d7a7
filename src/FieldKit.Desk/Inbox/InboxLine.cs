using FieldKit.Desk.Server;
using FieldKit.Protocol;

namespace FieldKit.Desk.Inbox;

/// <summary>
/// Keeps a line open on which the reporting point says that the inbox changed. A line that breaks, or on which
/// nothing is heard for too long, is made anew; the first word on it is always to look, so nothing is missed in between.
/// </summary>
public sealed class InboxLine(DeskClient server, TimeProvider clock)
{
    /// <summary>After so much silence there is no line, whatever the network says: a sign of life comes every <see cref="InboxNews.Pause"/>.</summary>
    public static readonly TimeSpan LongestSilence = 3 * InboxNews.Pause;

    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);

    /// <param name="look">Also called when there is no line, so that a person sees what came in all the same, or why not.</param>
    public async Task ListenAsync(Func<Task> look, CancellationToken ended)
    {
        for (var failures = 0; !ended.IsCancellationRequested;)
        {
            failures = await HearAsync(look, ended) ? 0 : failures + 1;
            await Task.Delay(WaitAfter(failures), clock, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>Whether anything was heard, before the line ended or broke.</returns>
    private async Task<bool> HearAsync(Func<Task> look, CancellationToken ended)
    {
        var heard = false;
        try
        {
            using var silence = new CancellationTokenSource(LongestSilence, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, ended);
            await foreach (var word in server.InboxNewsAsync(either.Token))
            {
                heard = true;
                if (word == InboxNews.Changed)
                {
                    await look();
                }

                silence.CancelAfter(LongestSilence);
            }
        }
        catch (DeskRefusedException)
        {
            if (!ended.IsCancellationRequested)
            {
                await look();
            }
        }

        return heard;
    }

    /// <summary>Twice as long each time, and never the same at two desks: they all lose their line when the reporting point restarts.</summary>
    private static TimeSpan WaitAfter(int failures)
    {
        var longest = Math.Min(LongestWait.TotalSeconds, ShortestWait.TotalSeconds * Math.Pow(2, failures));
        return TimeSpan.FromSeconds(longest * (1 + Random.Shared.NextDouble()) / 2);
    }
}
