using System.Security.Cryptography;
using System.Text;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// Slows guessing at one name down, from however many addresses it comes: the first wrong tries are free, after that each
/// makes the next wait longer. Names that do not exist are counted alike, so that waiting tells nothing.
/// </summary>
internal sealed class SignInTries(ReportingPointDb db, TimeProvider clock)
{
    private const int Free = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Somebody who was wrong a day ago begins anew.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>How long this name has to wait; zero when it may be tried.</returns>
    public async Task<TimeSpan> WaitAsync(string name, CancellationToken cancellation)
    {
        var hash = HashOf(name);
        var tries = await db.SignInTries.AsNoTracking().SingleOrDefaultAsync(row => row.NameHash == hash, cancellation);
        var wait = tries is null ? TimeSpan.Zero : tries.LastAt + WaitAfter(tries.Wrong) - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Within a writer's turn.</summary>
    public async Task NoteWrongAsync(string name)
    {
        var (hash, now) = (HashOf(name), clock.GetUtcNow());
        await db.SignInTries.Where(row => row.LastAt < now - Kept).ExecuteDeleteAsync();
        var tries = await db.SignInTries.SingleOrDefaultAsync(row => row.NameHash == hash);
        if (tries is null)
        {
            db.Add(tries = new() { NameHash = hash });
        }

        (tries.Wrong, tries.LastAt) = (tries.Wrong + 1, now);
    }

    /// <summary>Within a writer's turn.</summary>
    public Task ForgetAsync(string name)
    {
        var hash = HashOf(name);
        return db.SignInTries.Where(row => row.NameHash == hash).ExecuteDeleteAsync();
    }

    private static TimeSpan WaitAfter(int wrong)
    {
        if (wrong < Free)
        {
            return TimeSpan.Zero;
        }

        var doubled = FirstWait * Math.Pow(2, Math.Min(wrong - Free, 16));
        return doubled < LongestWait ? doubled : LongestWait;
    }

    private static byte[] HashOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(StaffRow.Key(name)));
}
