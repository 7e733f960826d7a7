using System.Text.Json;
using System.Text.Json.Nodes;
using FieldKit.Crypto;
using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;

namespace FieldKit.Device.Unsent;

/// <summary>What a file brought.</summary>
/// <param name="Drafts">Came in.</param>
/// <param name="Beside">Of those: the same draft is here with other words, and stays; this one stands beside it.</param>
/// <param name="Sealed">Messages of another device that are now handed in from here too.</param>
/// <param name="Known">Were here already, or were sent from here.</param>
/// <param name="Loose">What was being written about a signal that is not on this device: to read and copy.</param>
public sealed record UnsentOutcome(int Drafts, int Beside, int Sealed, int Known, IReadOnlyList<string> Loose);

/// <summary>
/// Takes in a file of <see cref="UnsentExport"/>: all of it in one commit, or nothing. What is here is never overwritten, and
/// what was sent from here does not come back as a draft. Needs the vault open.
/// </summary>
public sealed class UnsentImport(Outbox.Outbox outbox, IPassphraseCipher cipher, TimeProvider time)
{
    /// <summary>No file of ours is larger.</summary>
    public const int MostBytes = UnsentFile.MostBytes;

    private const int Tries = 3;
    private readonly ISealedStore store = outbox.Store;

    /// <returns>What is wrong with it, as far as can be seen without the passphrase; null when nothing is.</returns>
    public static FileProblem? ProblemOf(byte[] bytes)
    {
        try
        {
            UnsentFile.Read(bytes);
            return null;
        }
        catch (UnsentFileException failure)
        {
            return failure.Problem;
        }
    }

    /// <exception cref="UnsentFileException">Nothing was changed.</exception>
    /// <exception cref="StoreFullException">Nothing was changed.</exception>
    /// <exception cref="VaultLockedException"></exception>
    public async ValueTask<UnsentOutcome> RunAsync(byte[] bytes, string passphrase)
    {
        var file = UnsentFile.Read(bytes);
        if (!cipher.Knows(file.Stretching.Kdf))
        {
            throw new UnsentFileException(FileProblem.Newer);
        }

        var document = UnsentDocument.FromPlaintext(await OpenAsync(file, passphrase));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TakeInAsync(document);
            }
            catch (StaleRecordException) when (attempt < Tries)
            {
                // Somebody writes in another tab: look again at what is here.
            }
            catch (Exception failure) when (failure is JsonException or ArgumentOutOfRangeException or InvalidOperationException)
            {
                throw new UnsentFileException(FileProblem.Damaged, failure);
            }
        }
    }

    private async ValueTask<byte[]> OpenAsync(UnsentFile file, string passphrase)
    {
        try
        {
            return await cipher.DecryptAsync(passphrase, file.Stretching, file.Body, file.AssociatedData);
        }
        catch (SealBrokenException failure)
        {
            throw new UnsentFileException(FileProblem.Passphrase, failure);
        }
    }

    private async ValueTask<UnsentOutcome> TakeInAsync(UnsentDocument document)
    {
        var here = await HereAsync();
        var changes = new List<SealedChange>();
        var loose = new List<string>();
        var (drafts, beside, envelopes, known) = (0, 0, 0, 0);
        foreach (var bytes in document.Drafts)
        {
            var draft = JsonSerializer.Deserialize(bytes, DeviceJson.Default.Draft)!;
            if (here.Sent.Contains(draft.Id) || here.Drafts.Any(mine => IsSame(mine, draft)))
            {
                known++;
                continue;
            }

            var stands = here.Drafts.Any(mine => mine.Id == draft.Id);
            var id = stands ? Guid.CreateVersion7(time.GetUtcNow()) : draft.Id;
            changes.Add(new(DraftBox.Key(id), 0, KeyTier.Vault, Renewed(bytes, id)));
            (drafts, beside) = (drafts + 1, beside + (stands ? 1 : 0));
        }

        foreach (var form in document.Forms.DistinctBy(form => form.Id))
        {
            var key = new RecordKey(DeviceStores.Forms, form.Id);
            if (await store.ReadAsync(key, KeyTier.Device) is null)
            {
                changes.Add(new(key, 0, KeyTier.Device, form.Definition));
            }
        }

        foreach (var bytes in document.Notes)
        {
            var note = JsonSerializer.Deserialize(bytes, DeviceJson.Default.FollowUpDraft)!;
            var key = FollowUps.DraftKey(note.About, note.Withdraws);
            var mine = await store.ReadAsync(key, KeyTier.Vault);
            if (mine is null && here.Signals.Contains(note.About))
            {
                changes.Add(new(key, 0, KeyTier.Vault, bytes));
                drafts++;
            }
            else if (mine is not null && JsonSerializer.Deserialize(mine.Plaintext, DeviceJson.Default.FollowUpDraft)!.Text == note.Text)
            {
                known++;
            }
            else if (!string.IsNullOrWhiteSpace(note.Text))
            {
                loose.Add(note.Text);
            }
        }

        foreach (var (id, carried) in document.Sealed.Select(one => (QueuedEnvelope.FromBytes(one.Envelope).Header.Id, one)).DistinctBy(pair => pair.Id))
        {
            if (here.Waiting.Contains(id) || here.Sent.Contains(id))
            {
                known++;
                continue;
            }

            changes.Add(Courier.Take(carried, id));
            envelopes++;
        }

        if (changes.Count > 0)
        {
            await store.CommitAsync(changes);
        }

        if (envelopes > 0)
        {
            outbox.NotifyQueued();
        }

        return new(drafts, beside, envelopes, known, loose);
    }

    private async ValueTask<Here> HereAsync()
    {
        var signals = await IdsAsync(DeviceStores.Signals);
        var queued = await IdsAsync(DeviceStores.Outbox);
        var receipts = (await KeptReceipts.BySignalAsync(store)).Keys;
        var drafts = new List<Draft>();
        foreach (var record in await store.ListAsync(DeviceStores.Drafts, KeyTier.Vault))
        {
            if (TryRead(record.Plaintext) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        var carried = (await IdsAsync(DeviceStores.Carried)).Concat(await IdsAsync(DeviceStores.CarriedRefused));
        return new(drafts, signals, [.. signals, .. queued, .. receipts], [.. queued, .. carried]);
    }

    /// <returns>Null when it is damaged: that is no reason to refuse what comes in.</returns>
    private static Draft? TryRead(byte[] plaintext)
    {
        try
        {
            return JsonSerializer.Deserialize(plaintext, DeviceJson.Default.Draft);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async ValueTask<HashSet<Guid>> IdsAsync(string name) =>
        [.. (await store.ListStampsAsync(name)).Select(stamp => Guid.Parse(stamp.Key.Id))];

    private static bool IsSame(Draft mine, Draft theirs) =>
        mine.Form == theirs.Form
        && mine.Answers.Count == theirs.Answers.Count
        && mine.Answers.All(pair => theirs.Answers.TryGetValue(pair.Key, out var other) && IsSame(pair.Value, other));

    private static bool IsSame(FormAnswer mine, FormAnswer theirs) => mine.Text == theirs.Text && mine.Choices.SequenceEqual(theirs.Choices);

    /// <summary>All that it holds, as changed now: somebody wants it, and what nobody touches is cleared away after a while.</summary>
    private byte[] Renewed(byte[] bytes, Guid id)
    {
        var draft = JsonNode.Parse(bytes)!.AsObject();
        draft["id"] = id.ToString("D");
        draft["changedAt"] = time.GetUtcNow().ToString("O");
        return System.Text.Encoding.UTF8.GetBytes(draft.ToJsonString());
    }

    /// <param name="Sent">Sealed on this device, waiting or not.</param>
    /// <param name="Waiting">Handed in from here already.</param>
    private sealed record Here(IReadOnlyList<Draft> Drafts, HashSet<Guid> Signals, HashSet<Guid> Sent, HashSet<Guid> Waiting);
}
