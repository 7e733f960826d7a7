using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Device.Drafts;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>The signals sent from this device with what became of them. Reading needs the vault open.</summary>
public sealed class Signals(ISealedStore store, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    internal const string StoreName = "signals";
    internal const string AnswersStoreName = "answers";

    private readonly InboundMessages inbound = new(store, keys, enrolment);

    /// <summary>Answers that came in and that nobody read yet. Needs no PIN.</summary>
    public ValueTask<int> UnreadAsync() => store.CountAsync(InboundMessages.StoreName);

    /// <summary>Last written first.</summary>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<IReadOnlyList<SentSignal>> ListAsync()
    {
        await inbound.OpenAllAsync();
        var receipts = await KeptReceipts.BySignalAsync(store);
        var answers = await AnswersAsync();
        var signals = await store.ListAsync(StoreName, KeyTier.Vault);
        return
        [
            .. signals.Select(record => Join(record, receipts, answers))
                .OrderByDescending(signal => signal.Document.WrittenAt),
        ];
    }

    /// <returns>Null when this device sent no such signal.</returns>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<SentSignal?> ReadAsync(Guid id)
    {
        await inbound.OpenAllAsync();
        var name = id.ToString("D");
        if (await store.ReadAsync(new(StoreName, name), KeyTier.Vault) is not { } record)
        {
            return null;
        }

        return Join(record, await KeptReceipts.BySignalAsync(store), await AnswersAsync());
    }

    /// <summary>The form as it was when the signal was written.</summary>
    public ValueTask<FormDefinition?> FormAsync(SentSignal signal) =>
        KeptForm.ReadAsync(store, signal.Document.Form, signal.Document.FormVersion);

    private static SentSignal Join(
        OpenedRecord record,
        IReadOnlyDictionary<Guid, (EnvelopeOutcome Outcome, DateTimeOffset At)> receipts,
        ILookup<Guid, AnswerDocument> answers)
    {
        var document = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.ReadableSignal)!.Document;
        var (outcome, at) = receipts.GetValueOrDefault(document.Id);
        var state = outcome switch
        {
            null => SignalState.Sealed,
            { Refusal: null } => SignalState.Received,
            _ => SignalState.Quarantined,
        };
        return new(
            document.Id, document, state, outcome?.Refusal, outcome?.Sequence,
            state == SignalState.Received ? at : null, [.. answers[document.Id]]);
    }

    private async ValueTask<ILookup<Guid, AnswerDocument>> AnswersAsync()
    {
        var records = await store.ListAsync(AnswersStoreName, KeyTier.Vault);
        return records.Select(record => JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.ReadableAnswer)!)
            .OrderBy(answer => answer.Sequence)
            .ToLookup(answer => answer.Document.About, answer => answer.Document);
    }
}
