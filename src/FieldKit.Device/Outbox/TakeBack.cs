using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Outbox;

/// <summary>
/// Takes a signal that still waits out of the queue and makes it a draft again. An attempt to send it may have arrived
/// without our knowing, so in the same commit a withdrawal takes its place in the queue: whatever the reporting point has,
/// or gets late, is withdrawn. The draft has an id of its own, so that sending it is a new signal.
/// </summary>
public sealed class TakeBack(Outbox outbox, FollowUps followUps, TimeProvider time)
{
    /// <returns>The draft; null when the signal no longer waits (it was received meanwhile): then nothing was changed.</returns>
    /// <exception cref="VaultLockedException"></exception>
    /// <exception cref="Enrolment.DeviceRevokedException">The signal waits as before.</exception>
    public async ValueTask<Draft?> RunAsync(SentSignal signal)
    {
        var store = outbox.Store;
        var id = signal.Id.ToString("D");
        if (await store.ReadAsync(new(Outbox.StoreName, id), KeyTier.Device) is not { } mark
            || await store.ReadAsync(new(Signals.StoreName, id), KeyTier.Vault) is not { } readable)
        {
            return null;
        }

        var draft = DraftOf(signal);
        var changes = new List<SealedChange>(EnvelopeSealing.Queue(await followUps.WithdrawalAsync(signal)))
        {
            new(mark.Key, mark.Version, KeyTier.Device, null),
            new(readable.Key, readable.Version, KeyTier.Vault, null),
            new(DraftBox.Key(draft.Id), 0, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(draft, DeviceJson.Default.Draft)),
        };
        if (await store.ReadAsync(EnvelopeSealing.Key(signal.Id), KeyTier.Device) is { } envelope)
        {
            changes.Add(new(envelope.Key, envelope.Version, KeyTier.Device, null));
        }

        try
        {
            await store.CommitAsync(changes);
        }
        catch (StaleRecordException)
        {
            // Sync took its receipt in at this very moment, or another tab took it back.
            return null;
        }

        draft.Version = 1;
        outbox.NotifyQueued();
        return draft;
    }

    private Draft DraftOf(SentSignal signal)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Form = signal.Document.Form,
            FormVersion = signal.Document.FormVersion,
            Municipality = signal.Document.Municipality,
            Language = signal.Document.Language,
            StartedAt = signal.Document.WrittenAt,
            ChangedAt = now,
            Answers = new(signal.Document.Answers),
            Path = signal.Document.Path,
        };
    }
}
