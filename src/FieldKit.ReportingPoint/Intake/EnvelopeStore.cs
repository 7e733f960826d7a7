using System.Data.Common;
using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Staff.Live;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;
using FieldKit.ReportingPoint.Telemetry;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// Stores what one exchange brought in one durable transaction. Plain SQL: this is the path that a hundred
/// signals at once take after a day without a connection.
/// </summary>
internal sealed class EnvelopeStore(
    IDatabase database, WriteGate gate, EnvelopeRules rules, Receipts receipts, ExchangeLimits limits, InboxBell bell, ExchangeFigures figures)
{
    /// <returns>One for each envelope, in the same order, on disk when this returns; and the receipt for those that are, if any is.</returns>
    public async Task<(IReadOnlyList<StoredEnvelope> Envelopes, byte[]? Receipt)> StoreAsync(
        EnteredDevice device, Frame<ExchangeRequest> frame, DateTimeOffset now, CancellationToken cancellation)
    {
        var envelopes = frame.Header.Envelopes;
        if (envelopes.Count == 0)
        {
            return ([], null);
        }

        // While the database is asked: nobody can say yet what they are compared with.
        var digesting = Task.Run(() => frame.Bodies.Select(SHA256.HashData).ToList(), cancellation);
        using var queued = await database.QueueToWriteAsync(cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var rows = new EnvelopeRows(database, connection, transaction, device.Municipality);
        var held = await rows.HoldAsync(gate, envelopes, cancellation);
        var epochs = held.EpochsOf(frame.Header);
        var verdict = new EnvelopeVerdict(device, device.Allowance.RoomOn(now, limits.BytesADay), held.Last, held.Known);
        var digests = await digesting;
        var stored = new StoredEnvelope[envelopes.Count];
        for (var index = 0; index < stored.Length; index++)
        {
            var refusal = rules.RefusalOf(envelopes[index], device, epochs);
            stored[index] = refusal is null
                ? verdict.On(envelopes[index], frame.Bodies[index], digests[index])
                : new(envelopes[index].Id, null, refusal, digests[index]);
        }

        // While the disk is waited for. Nobody gets it before the commit.
        var signing = Task.Run(() => receipts.Over(stored, device, now), cancellation);
        await rows.KeepAsync(device.Id, now, verdict.New, cancellation);
        figures.Count(stored);
        if (verdict.New.Count > 0)
        {
            bell.Ring(device.Municipality);
        }

        return (stored, await signing);
    }
}
