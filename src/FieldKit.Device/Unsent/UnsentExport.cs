using System.Text.Json;
using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Unsent;

/// <param name="Drafts">Drafts, and texts being written about sent signals.</param>
/// <param name="Sealed">Messages that wait.</param>
/// <param name="Broken">Records that could not be read and are not in it.</param>
public sealed record UnsentCount(int Drafts, int Sealed, int Broken)
{
    public bool IsNone => Drafts + Sealed == 0;
}

/// <summary>
/// Everything that nobody else has yet, in one file under a passphrase. It takes nothing away here: a waiting message is still sent
/// from this device, and arrives once however many devices hand it in. Needs the vault open.
/// </summary>
public sealed class UnsentExport(ISealedStore store, Enrolment.Enrolment enrolment, IPassphraseCipher cipher, TimeProvider time)
{
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<UnsentCount> CountAsync() => (await CollectAsync()).Count;

    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<(byte[] File, UnsentCount Count)> WriteAsync(string passphrase)
    {
        var (document, count) = await CollectAsync();
        return (await UnsentFile.WriteAsync(cipher, passphrase, document.ToPlaintext()), count);
    }

    private async ValueTask<(UnsentDocument Document, UnsentCount Count)> CollectAsync()
    {
        var drafts = await store.ListAsync(DeviceStores.Drafts, KeyTier.Vault);
        var notes = await store.ListAsync(DeviceStores.Notes, KeyTier.Vault);
        var queued = await QueuedAsync();
        var carried = await Courier.ListAsync(store);
        var document = new UnsentDocument(
            time.GetUtcNow(),
            [.. drafts.Select(record => record.Plaintext)],
            [.. notes.Select(record => record.Plaintext)],
            await FormsAsync(drafts),
            [.. queued, .. carried.Select(pair => pair.Carried)]);
        var all = await store.CountAsync(DeviceStores.Drafts) + await store.CountAsync(DeviceStores.Notes)
            + await store.CountAsync(DeviceStores.Outbox) + await store.CountAsync(DeviceStores.Carried);
        var (written, isSealed) = (document.Drafts.Count + document.Notes.Count, document.Sealed.Count);
        return (document, new(written, isSealed, all - written - isSealed));
    }

    private async ValueTask<IReadOnlyList<CarriedEnvelope>> QueuedAsync()
    {
        var waiting = (await store.ListStampsAsync(DeviceStores.Outbox)).Select(stamp => stamp.Key.Id).ToHashSet();
        if (waiting.Count == 0 || await enrolment.CurrentAsync() is not { } enrolled)
        {
            return [];
        }

        // As a list, not by id: a damaged one is then left out, and counted.
        var envelopes = await store.ListAsync(DeviceStores.Envelopes, KeyTier.Device);
        return [.. envelopes.Where(record => waiting.Contains(record.Key.Id)).Select(record => new CarriedEnvelope(enrolled, record.Plaintext))];
    }

    private async ValueTask<IReadOnlyList<UnsentForm>> FormsAsync(IReadOnlyList<OpenedRecord> drafts)
    {
        var keys = drafts.Select(Form).OfType<RecordKey>().Distinct();
        var forms = new List<UnsentForm>();
        foreach (var key in keys)
        {
            if (await store.ReadAsync(key, KeyTier.Device) is { } form)
            {
                forms.Add(new(key.Id, form.Plaintext));
            }
        }

        return forms;
    }

    private static RecordKey? Form(OpenedRecord record)
    {
        try
        {
            var draft = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.Draft);
            return draft is null ? null : KeptForm.Key(draft.Form, draft.FormVersion);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
