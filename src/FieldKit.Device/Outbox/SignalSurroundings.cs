using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>Receipts, answers and follow-ups as they are now, to put with the signals that they are about.</summary>
internal sealed class SignalSurroundings
{
    private readonly IReadOnlyDictionary<Guid, (EnvelopeOutcome Outcome, DateTimeOffset At)> receipts;
    private readonly ILookup<Guid, (OpenedRecord Record, ReadableAnswer Answer)> answers;
    private readonly ILookup<Guid, ReadableFollowUp> followUps;

    private SignalSurroundings(
        IReadOnlyDictionary<Guid, (EnvelopeOutcome Outcome, DateTimeOffset At)> receipts,
        IReadOnlyList<OpenedRecord> answers,
        IReadOnlyList<OpenedRecord> followUps)
    {
        this.receipts = receipts;
        this.answers = answers.Select(record => (Record: record, Answer: Read(record, DeviceJson.Default.ReadableAnswer)!))
            .Where(pair => pair.Answer is not null)
            .OrderBy(pair => pair.Answer.Sequence)
            .ToLookup(pair => pair.Answer.Document.About);
        // By id: each was made to sort after the one before.
        this.followUps = followUps.Select(record => Read(record, DeviceJson.Default.ReadableFollowUp)).OfType<ReadableFollowUp>()
            .ToLookup(followUp => followUp.Document.About);
    }

    public static async ValueTask<SignalSurroundings> ReadAsync(ISealedStore store) => new(
        await KeptReceipts.BySignalAsync(store),
        await store.ListAsync(Signals.AnswersStoreName, KeyTier.Vault),
        await store.ListAsync(FollowUps.StoreName, KeyTier.Vault));

    /// <returns>Null when the record holds no signal that can be read.</returns>
    public SentSignal? Join(OpenedRecord record) => Read(record, DeviceJson.Default.ReadableSignal) is { Document: { } document } ? Join(document) : null;

    /// <param name="record">What is left of a signal whose text went.</param>
    public SentSignal? JoinFaded(OpenedRecord record) =>
        Read(record, DeviceJson.Default.FadedSignal) is { } faded ? Join(faded.ToDocument()) with { IsFaded = true } : null;

    private SentSignal Join(SignalDocument document)
    {
        var (state, outcome, at) = StateOf(document.Id);
        return new(
            document.Id, document, state, outcome?.Refusal, outcome?.Sequence, at,
            [.. answers[document.Id].Select(pair => pair.Answer.Document)])
        {
            FollowUps = [.. followUps[document.Id].Select(Sent)],
            HasUnread = answers[document.Id].Any(pair => !pair.Answer.Seen),
        };
    }

    public IReadOnlyList<SealedChange> UnseenOf(Guid signal) =>
    [
        .. from pair in answers[signal]
           where !pair.Answer.Seen
           let seen = JsonSerializer.SerializeToUtf8Bytes(pair.Answer with { Seen = true }, DeviceJson.Default.ReadableAnswer)
           select new SealedChange(pair.Record.Key, pair.Record.Version, KeyTier.Vault, seen),
    ];

    /// <returns>Null when it is damaged: one record must not take the others along.</returns>
    private static T? Read<T>(OpenedRecord record, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(record.Plaintext, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private SentFollowUp Sent(ReadableFollowUp followUp)
    {
        var (state, outcome, at) = StateOf(followUp.Document.Id);
        return new(followUp.Document, followUp.Withdraws, followUp.AnswersBefore, state, outcome?.Refusal, at);
    }

    private (SignalState State, EnvelopeOutcome? Outcome, DateTimeOffset? At) StateOf(Guid envelope)
    {
        var (outcome, at) = receipts.GetValueOrDefault(envelope);
        return outcome switch
        {
            null => (SignalState.Sealed, null, null),
            { Refusal: null } => (SignalState.Received, outcome, at),
            _ => (SignalState.Quarantined, outcome, null),
        };
    }
}
