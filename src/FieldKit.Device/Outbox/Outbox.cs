using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>Seals drafts and holds what is sealed until the reporting point has signed for it.</summary>
public sealed class Outbox(ISealedStore store, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    /// <summary>One empty record for each envelope that waits: taking it off the queue moves no sealed bytes.</summary>
    internal const string StoreName = DeviceStores.Outbox;

    /// <summary>The sealed envelopes themselves; kept after delivery and after an answer: a restored reporting point is offered them again.</summary>
    internal const string EnvelopesStoreName = DeviceStores.Envelopes;

    private readonly EnvelopeSealing sealing = new(keys);

    /// <summary>The queue changed: something was sealed, or sync took something off.</summary>
    public event Action? Changed;

    /// <summary>Something was sealed on this device just now.</summary>
    internal event Action? Queued;

    internal ISealedStore Store => store;

    internal IDeviceKeys Keys => keys;

    /// <summary>Signals and follow-ups that nobody else has yet, those of another device among them. Works while locked.</summary>
    public async ValueTask<int> WaitingCountAsync() => await store.CountAsync(StoreName) + await store.CountAsync(DeviceStores.Carried);

    /// <summary>
    /// Seals the document and queues it: in one commit the draft goes, and the sealed envelope and the readable copy come.
    /// </summary>
    /// <param name="form">The definition that the draft was written on, kept for reading the copy later.</param>
    /// <param name="forgetAfterDays">So many days after delivery its readable copy goes (0: as soon as it is delivered), and no later than the municipality's policy says.</param>
    /// <exception cref="InvalidOperationException">Not enrolled, or the sealed signal is larger than <see cref="Limits.SealedBytes"/>.</exception>
    /// <exception cref="DeviceRevokedException">The draft stays as it is.</exception>
    /// <exception cref="StaleRecordException">The draft was changed, sealed or deleted elsewhere: nothing was written.</exception>
    public async ValueTask SealAsync(Draft draft, FormDefinition form, SignalDocument document, int? forgetAfterDays = null)
    {
        var enrolled = await enrolment.ForSealingAsync();
        await draft.Turn.WaitAsync();
        try
        {
            var header = new EnvelopeHeader(
                document.Id, EnvelopeKinds.Signal, document.Municipality, document.Form, document.FormVersion, enrolled.Keys.Epoch, Length: 0);
            var envelope = await sealing.SealAsync(enrolled, header, JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.SignalDocument));
            var id = document.Id.ToString("D");
            var copy = JsonSerializer.SerializeToUtf8Bytes(new ReadableSignal(document, forgetAfterDays), DeviceJson.Default.ReadableSignal);
            await store.CommitAsync(
            [
                new(DraftBox.Key(draft.Id), draft.Version, KeyTier.Vault, null),
                .. EnvelopeSealing.Queue(envelope),
                new(new(Signals.StoreName, id), 0, KeyTier.Vault, copy),
            ]);
        }
        finally
        {
            draft.Turn.Release();
        }

        NotifyQueued();
    }

    /// <summary>What puts a sealed signal in the queue.</summary>
    internal static SealedChange Mark(Guid id) => new(new(StoreName, id.ToString("D")), 0, KeyTier.Device, []);

    internal void NotifyChanged() => Changed?.Invoke();

    internal void NotifyQueued()
    {
        NotifyChanged();
        Queued?.Invoke();
    }
}
