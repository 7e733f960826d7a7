using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Identity;

/// <summary>The keys that a device pins.</summary>
internal sealed class PublicKeys(IDbContextFactory<ReportingPointDb> databases, SigningKey signing)
{
    /// <returns>Null when the municipality has no key here.</returns>
    public async Task<ReportingPointKeys?> OfAsync(string municipality, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var epoch = await db.Epochs.AsNoTracking()
            .Where(row => row.Municipality == municipality)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancellation);
        return epoch is null
            ? null
            : new(await InstanceAsync(db, cancellation), epoch.Number, epoch.PublicKey, signing.PublicKey);
    }

    /// <returns>The municipality that was set up first in the alphabet, or null when none is.</returns>
    public async Task<string?> FirstMunicipalityAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Epochs.Select(row => row.Municipality).OrderBy(name => name).FirstOrDefaultAsync(cancellation);
    }

    /// <returns>In order, as far as each vouches for the next; null when there are none.</returns>
    public async Task<IReadOnlyList<NextEpoch>?> AfterAsync(string municipality, int epoch, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var chain = await db.Epochs.AsNoTracking()
            .Where(row => row.Municipality == municipality && row.Number >= epoch)
            .OrderBy(row => row.Number)
            .ToListAsync(cancellation);
        var next = chain.Zip(chain.Skip(1))
            .TakeWhile((pair, index) => pair.First.Number == epoch + index && pair.Second.Number == epoch + index + 1 && pair.Second.Vouched is not null)
            .Select(pair => Next(pair.First, pair.Second))
            .ToList();
        return next.Count == 0 ? null : next;
    }

    private NextEpoch Next(EpochRow former, EpochRow row) => new(
        row.Number, row.PublicKey, row.Vouched!, signing.Sign(NextEpoch.Statement(row.Municipality, row.Number, former.PublicKey, row.PublicKey)));

    private static Task<Guid> InstanceAsync(ReportingPointDb db, CancellationToken cancellation) =>
        db.ReportingPoint.Select(row => row.Instance).SingleAsync(cancellation);
}
