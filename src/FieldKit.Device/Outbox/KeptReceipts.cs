using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>What the reporting point said in one exchange, written by sync while the vault may be shut.</summary>
/// <param name="At">By the reporting point's clock.</param>
/// <param name="Signature">Its receipt for those that it received, checked before this was written; null when it received none.</param>
/// <param name="Outcomes">A signal has one outcome in all of the receipts together.</param>
internal sealed record KeptReceipt(DateTimeOffset At, byte[]? Signature, IReadOnlyList<EnvelopeOutcome> Outcomes);

/// <summary>The receipts on this device: one record for each exchange, however many signals it carried.</summary>
internal static class KeptReceipts
{
    public const string StoreName = DeviceStores.Receipts;

    public static SealedChange Add(KeptReceipt receipt) =>
        new(new(StoreName, Guid.NewGuid().ToString("D")), 0, KeyTier.Device, Bytes(receipt));

    public static async ValueTask<IReadOnlyList<(OpenedRecord Record, KeptReceipt Receipt)>> ListAsync(ISealedStore store) =>
        [.. (await store.ListAsync(StoreName, KeyTier.Device)).Select(record => (record, Open(record)))];

    /// <returns>By signal.</returns>
    public static async ValueTask<IReadOnlyDictionary<Guid, (EnvelopeOutcome Outcome, DateTimeOffset At)>> BySignalAsync(ISealedStore store) =>
        (await ListAsync(store))
            .SelectMany(kept => kept.Receipt.Outcomes.Select(outcome => (outcome, kept.Receipt.At)))
            .ToDictionary(pair => pair.outcome.Id);

    /// <summary>Forgets the outcomes of these signals, because they go back to the queue.</summary>
    public static SealedChange Without(OpenedRecord record, KeptReceipt receipt, IReadOnlySet<Guid> signals)
    {
        var rest = receipt.Outcomes.Where(outcome => !signals.Contains(outcome.Id)).ToList();
        // The signature is over all of them together: without some it proves nothing any more.
        return new(record.Key, record.Version, KeyTier.Device, rest.Count == 0 ? null : Bytes(new(receipt.At, null, rest)));
    }

    private static byte[] Bytes(KeptReceipt receipt) => JsonSerializer.SerializeToUtf8Bytes(receipt, DeviceJson.Default.KeptReceipt);

    private static KeptReceipt Open(OpenedRecord record) => JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.KeptReceipt)!;
}
