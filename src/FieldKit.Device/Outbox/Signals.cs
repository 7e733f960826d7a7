using FieldKit.Device.Drafts;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;

namespace FieldKit.Device.Outbox;

/// <summary>The signals sent from this device with what became of them. Reading needs the vault open.</summary>
public sealed class Signals(ISealedStore store, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    internal const string StoreName = DeviceStores.Signals;
    internal const string AnswersStoreName = DeviceStores.Answers;

    private readonly InboundMessages inbound = new(store, keys, enrolment);

    /// <summary>Answers that came in since the vault was last open. Needs no PIN.</summary>
    public ValueTask<int> UnreadAsync() => store.CountAsync(InboundMessages.StoreName);

    /// <summary>Last written first. One that cannot be read is left out: see <see cref="BrokenCountAsync"/>.</summary>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<IReadOnlyList<SentSignal>> ListAsync()
    {
        await inbound.OpenAllAsync();
        var around = await SignalSurroundings.ReadAsync(store);
        var signals = (await store.ListAsync(StoreName, KeyTier.Vault)).Select(around.Join).OfType<SentSignal>();
        var faded = (await store.ListAsync(DeviceStores.Faded, KeyTier.Device)).Select(around.JoinFaded).OfType<SentSignal>();
        return [.. signals.Concat(faded).DistinctBy(signal => signal.Id).OrderByDescending(signal => signal.Document.WrittenAt)];
    }

    /// <summary>How many signals are here of which the readable copy is damaged.</summary>
    public async ValueTask<int> BrokenCountAsync(IReadOnlyList<SentSignal> read) => await store.CountAsync(StoreName) - read.Count(signal => !signal.IsFaded);

    /// <returns>Null when this device sent no such signal, or its copy cannot be read.</returns>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<SentSignal?> ReadAsync(Guid id)
    {
        await inbound.OpenAllAsync();
        // As a list of one: a damaged record is then left out, like everywhere.
        var records = await store.ListAsync(StoreName, KeyTier.Vault);
        if (records.FirstOrDefault(one => one.Key.Id == id.ToString("D")) is { } record)
        {
            return (await SignalSurroundings.ReadAsync(store)).Join(record);
        }

        return await store.ReadAsync(FadedSignal.Key(id), KeyTier.Device) is { } faded ? (await SignalSurroundings.ReadAsync(store)).JoinFaded(faded) : null;
    }

    /// <summary>The form as it was when the signal was written.</summary>
    public ValueTask<FormDefinition?> FormAsync(SentSignal signal) =>
        KeptForm.ReadAsync(store, signal.Document.Form, signal.Document.FormVersion);

    /// <summary>Somebody has its answers on the screen.</summary>
    public async ValueTask MarkSeenAsync(SentSignal signal)
    {
        if (!signal.HasUnread)
        {
            return;
        }

        var unseen = (await SignalSurroundings.ReadAsync(store)).UnseenOf(signal.Id);
        try
        {
            await store.CommitAsync(unseen);
        }
        catch (StaleRecordException)
        {
            // Another tab shows it too.
        }
    }
}
