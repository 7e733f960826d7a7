using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>
/// What the writer sends about a signal afterwards: more facts, an answer to a question, or that the signal is taken back.
/// It goes through the same queue as signals and is as much received. Needs the vault open.
/// </summary>
public sealed class FollowUps(Outbox outbox, Enrolment.Enrolment enrolment, TimeProvider time)
{
    internal const string StoreName = DeviceStores.FollowUps;
    internal const string DraftsStoreName = DeviceStores.Notes;

    private readonly EnvelopeSealing sealing = new(outbox.Keys);

    private ISealedStore Store => outbox.Store;

    /// <summary>What was being written about this signal, or the beginning of it; nothing is stored yet.</summary>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<FollowUpDraft> DraftAsync(Guid signal, bool withdraws)
    {
        if (await Store.ReadAsync(DraftKey(signal, withdraws), KeyTier.Vault) is not { } record)
        {
            return new() { About = signal, Withdraws = withdraws, ChangedAt = time.GetUtcNow() };
        }

        var draft = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.FollowUpDraft)!;
        (draft.Version, draft.Stored) = (record.Version, draft.Text);
        return draft;
    }

    /// <summary>
    /// Stores what is written as it is now, together with what another tab wrote meanwhile; when it returns, it survives a power
    /// cut. What was sent in another tab stays sent: words typed here since then begin a new one.
    /// </summary>
    /// <returns>True: another tab had written too, and the text now holds both.</returns>
    /// <exception cref="StaleRecordException">Sent in another tab, and nothing new was typed here.</exception>
    public ValueTask<bool> SaveAsync(FollowUpDraft draft) =>
        draft.SaveAsync(Store, Key(draft), () => StoreAsync(draft), () => JoinAsync(draft));

    /// <summary>Seals what was written and queues it: in one commit the draft goes, and the sealed envelope and the readable copy come.</summary>
    /// <exception cref="InvalidOperationException">Not enrolled, or too large to send.</exception>
    /// <exception cref="DeviceRevokedException">What was written stays as it is.</exception>
    /// <exception cref="StaleRecordException">Changed, sent or deleted elsewhere: nothing was written.</exception>
    public async ValueTask SendAsync(SentSignal signal, FollowUpDraft draft)
    {
        var enrolled = await enrolment.ForSealingAsync();
        await draft.Turn.WaitAsync();
        try
        {
            var text = draft.Text.Trim();
            var document = Document(signal, text.Length == 0 ? null : text);
            var envelope = await SealAsync(enrolled, signal.Document, document, draft.Withdraws ? EnvelopeKinds.Withdrawal : EnvelopeKinds.FollowUp);
            var copy = new ReadableFollowUp(document, draft.Withdraws, signal.Answers.Count);
            var changes = new List<SealedChange>(EnvelopeSealing.Queue(envelope))
            {
                new(new(StoreName, document.Id.ToString("D")), 0, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(copy, DeviceJson.Default.ReadableFollowUp)),
            };
            if (draft.Version > 0)
            {
                changes.Add(new(Key(draft), draft.Version, KeyTier.Vault, null));
            }

            await Store.CommitAsync(changes);
        }
        finally
        {
            draft.Turn.Release();
        }

        outbox.NotifyQueued();
    }

    private async ValueTask StoreAsync(FollowUpDraft draft)
    {
        draft.ChangedAt = time.GetUtcNow();
        var text = draft.Text;
        await Store.CommitAsync(
            [new(Key(draft), draft.Version, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(draft, DeviceJson.Default.FollowUpDraft))]);
        draft.Version++;
        draft.Stored = text;
    }

    private async ValueTask JoinAsync(FollowUpDraft draft)
    {
        var theirs = await DraftAsync(draft.About, draft.Withdraws);
        if (theirs.Version == 0 && draft.Text == draft.Stored)
        {
            throw new StaleRecordException(Key(draft));
        }

        draft.Text = theirs.Version == 0 ? draft.Text : Written.Together(draft.Stored, draft.Text, theirs.Text);
        (draft.Version, draft.Stored) = (theirs.Version, theirs.Text);
    }

    /// <summary>A withdrawal without words, for a signal that is taken out of the queue.</summary>
    internal async ValueTask<QueuedEnvelope> WithdrawalAsync(SentSignal signal)
    {
        var enrolled = await enrolment.ForSealingAsync();
        return await SealAsync(enrolled, signal.Document, Document(signal, null), EnvelopeKinds.Withdrawal);
    }

    internal static RecordKey DraftKey(Guid signal, bool withdraws) =>
        new(DraftsStoreName, withdraws ? $"{signal:D}-withdrawal" : signal.ToString("D"));

    private static RecordKey Key(FollowUpDraft draft) => DraftKey(draft.About, draft.Withdraws);

    private FollowUpDocument Document(SentSignal signal, string? text)
    {
        var now = time.GetUtcNow();
        var last = signal.FollowUps.Count == 0 ? signal.Id : signal.FollowUps[^1].Id;
        return new(FollowUpId.After(last, now), signal.Id, text, now);
    }

    private ValueTask<QueuedEnvelope> SealAsync(EnrolledDevice enrolled, SignalDocument signal, FollowUpDocument document, string kind)
    {
        var header = new EnvelopeHeader(
            document.Id, kind, signal.Municipality, signal.Form, signal.FormVersion, enrolled.Keys.Epoch, Length: 0, document.About);
        return sealing.SealAsync(enrolled, header, JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.FollowUpDocument));
    }
}
