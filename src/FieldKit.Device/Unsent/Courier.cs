using System.Text.Json;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Unsent;

/// <summary>
/// Hands in what another device sealed, in that device's name. It can read none of it, and answers go to that device alone: it asks
/// for none, and acknowledges none.
/// </summary>
public sealed class Courier(Outbox.Outbox outbox, IReportingPoint reportingPoint)
{
    // No more than a frame holds, whatever their size.
    private const int Portion = 3;

    private readonly AnswerCheck check = new(outbox.Keys);

    /// <summary>Why the reporting point takes nothing in the other device's name, or null.</summary>
    public string? Refusal { get; private set; }

    private ISealedStore Store => outbox.Store;

    public ValueTask<int> WaitingCountAsync() => Store.CountAsync(DeviceStores.Carried);

    public ValueTask<int> RefusedCountAsync() => Store.CountAsync(DeviceStores.CarriedRefused);

    /// <returns>How many were received.</returns>
    /// <exception cref="ReportingPointUnreachableException"></exception>
    public async ValueTask<int> DeliverAsync(CancellationToken cancellation)
    {
        var received = 0;
        foreach (var parcel in (await ListAsync(Store)).GroupBy(pair => pair.Carried.From.Device).ToList())
        {
            try
            {
                foreach (var batch in parcel.Chunk(Portion))
                {
                    received += await HandInAsync(batch[0].Carried.From, batch, cancellation);
                }
            }
            catch (ReportingPointRefusedException refusal)
            {
                // It does not know that device, or no longer. What is here stays.
                Refusal = refusal.Code;
            }
        }

        return received;
    }

    internal static async ValueTask<IReadOnlyList<(OpenedRecord Record, CarriedEnvelope Carried)>> ListAsync(ISealedStore store) =>
    [
        .. from record in await store.ListAsync(DeviceStores.Carried, KeyTier.Device)
           let carried = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.CarriedEnvelope)
           where carried is not null
           select (record, carried),
    ];

    internal static SealedChange Take(CarriedEnvelope carried, Guid id) =>
        new(Key(id), 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(carried, DeviceJson.Default.CarriedEnvelope));

    internal static RecordKey Key(Guid id) => new(DeviceStores.Carried, id.ToString("D"));

    private async ValueTask<int> HandInAsync(
        EnrolledDevice from, IReadOnlyList<(OpenedRecord Record, CarriedEnvelope Carried)> batch, CancellationToken cancellation)
    {
        var items = batch
            .Select(pair => new OutboxItem(new(pair.Record.Key, pair.Record.Version), QueuedEnvelope.FromBytes(pair.Carried.Envelope)))
            .ToList();
        // From the first message on: a later position would acknowledge answers that the other device has not stored.
        var request = new ExchangeRequest(0, from.Keys.Instance, 0, [.. items.Select(item => item.Envelope.Header)]);
        var frame = ExchangeFrame.Write(request, [.. items.Select(item => item.Envelope.Sealed)]);
        var answer = Read(await LetInAsync(from, frame, cancellation));
        if (!await check.IsTrueAsync(from, request, items, answer))
        {
            return 0;
        }

        Refusal = null;
        var changes = batch.Zip(answer.Header.Outcomes).SelectMany(pair => Settle(pair.First.Record, pair.Second)).ToList();
        if (changes.Count > 0)
        {
            await Store.CommitAsync(changes);
            outbox.NotifyChanged();
        }

        return answer.Header.Outcomes.Count(outcome => outcome.Sequence is not null);
    }

    private async ValueTask<byte[]> LetInAsync(EnrolledDevice from, byte[] frame, CancellationToken cancellation)
    {
        try
        {
            return await reportingPoint.ExchangeAsync(from.Device, from.Token, frame, cancellation);
        }
        catch (ReportingPointRefusedException refusal) when (refusal.Code == Refusals.NotEnrolled && from.Leapt() is not null)
        {
            // That device has gone on since the file was made. It finds its way back in as this does.
            return await reportingPoint.ExchangeAsync(from.Device, from.Leapt()!.TokenWithAdmission, frame, cancellation);
        }
    }

    private static Frame<ExchangeResponse> Read(byte[] bytes)
    {
        try
        {
            return ExchangeFrame.ReadResponse(bytes);
        }
        catch (MalformedFrameException failure)
        {
            throw new ReportingPointUnreachableException(cause: failure);
        }
    }

    /// <summary>Not now is not never, and a follow-up may be here before its signal: those stay.</summary>
    private static IEnumerable<SealedChange> Settle(OpenedRecord record, EnvelopeOutcome outcome)
    {
        if (outcome.Refusal is Refusals.TooMany or Refusals.SignalUnknown)
        {
            yield break;
        }

        yield return new(record.Key, record.Version, KeyTier.Device, null);
        if (outcome.Refusal is not null)
        {
            yield return new(new(DeviceStores.CarriedRefused, record.Key.Id), 0, KeyTier.Device, record.Plaintext);
        }
    }
}
