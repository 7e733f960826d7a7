using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;

namespace FieldKit.Device.Drafts;

/// <summary>The drafts in the vault. Needs the vault open; every method throws <see cref="VaultLockedException"/> otherwise.</summary>
public sealed class DraftBox(ISealedStore store, TimeProvider time)
{
    internal const string StoreName = DeviceStores.Drafts;

    /// <summary>Starts a draft and stores it, with the form's definition so that a later form does not change it.</summary>
    /// <param name="known">Answers that the app has already, by <see cref="AnswerKey.ToString"/>.</param>
    public async ValueTask<Draft> NewAsync(
        FormDefinition form, string municipality, string language, IReadOnlyList<PathStep> path, IReadOnlyDictionary<string, FormAnswer>? known = null)
    {
        var now = time.GetUtcNow();
        var draft = new Draft
        {
            Id = Guid.CreateVersion7(now),
            Form = form.Id,
            FormVersion = form.Version,
            Municipality = municipality,
            Language = language,
            StartedAt = now,
            ChangedAt = now,
            Answers = new(known ?? new Dictionary<string, FormAnswer>()),
            Path = path,
        };
        var changes = new List<SealedChange> { Change(draft) };
        if (await store.ReadAsync(KeptForm.Key(form.Id, form.Version), KeyTier.Device) is null)
        {
            changes.Add(KeptForm.Change(form));
        }

        await store.CommitAsync(changes);
        draft.Version = 1;
        draft.Stored = new Dictionary<string, FormAnswer>(draft.Answers);
        return draft;
    }

    /// <summary>
    /// Stores the draft as it is now, together with what another tab wrote in it meanwhile; when it returns, it survives a
    /// power cut. One port call where nobody else wrote.
    /// </summary>
    /// <returns>True: another tab had written too, and the answers now hold both.</returns>
    /// <exception cref="StaleRecordException">Sealed or deleted elsewhere.</exception>
    public ValueTask<bool> SaveAsync(Draft draft) =>
        draft.SaveAsync(store, Key(draft.Id), () => StoreAsync(draft), () => JoinAsync(draft));

    /// <summary>Goes on with it in another version of its form, in one commit: answers, what has no place there, and the definition.</summary>
    /// <returns>False: another tab wrote in it at this moment; nothing was moved.</returns>
    /// <exception cref="StaleRecordException">Sealed or deleted elsewhere.</exception>
    public async ValueTask<bool> MoveAsync(Draft draft, FormMove move)
    {
        await draft.Turn.WaitAsync();
        try
        {
            var form = move.State.Definition;
            var moved = Copy(draft, draft.Id, draft.ChangedAt);
            moved.FormVersion = form.Version;
            moved.Take(move.State.Answers);
            moved.LeftBehind = [.. draft.LeftBehind, .. move.LeftBehind];
            var changes = new List<SealedChange>
            {
                new(Key(draft.Id), draft.Version, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(moved, DeviceJson.Default.Draft)),
            };
            if (await store.ReadAsync(KeptForm.Key(form.Id, form.Version), KeyTier.Device) is null)
            {
                changes.Add(KeptForm.Change(form));
            }

            await store.CommitAsync(changes);
            draft.Version++;
            (draft.FormVersion, draft.LeftBehind) = (moved.FormVersion, moved.LeftBehind);
            draft.Take(moved.Answers);
            draft.Stored = new Dictionary<string, FormAnswer>(moved.Answers);
            return true;
        }
        catch (StaleRecordException)
        {
            await JoinAsync(draft);
            return false;
        }
        finally
        {
            draft.Turn.Release();
        }
    }

    /// <summary>Takes in what another tab wrote in it; what was changed here stays, and is not stored yet.</summary>
    /// <returns>True: there was something new.</returns>
    /// <exception cref="StaleRecordException">Sealed or deleted elsewhere.</exception>
    public async ValueTask<bool> RefreshAsync(Draft draft)
    {
        await draft.Turn.WaitAsync();
        try
        {
            var before = draft.Version;
            await JoinAsync(draft);
            return draft.Version != before;
        }
        finally
        {
            draft.Turn.Release();
        }
    }

    /// <summary>What it holds now, as a draft of its own: for words whose draft was sealed or deleted elsewhere.</summary>
    public async ValueTask<Draft> CopyAsync(Draft draft)
    {
        var now = time.GetUtcNow();
        var copy = Copy(draft, Guid.CreateVersion7(now), now);
        await store.CommitAsync([Change(copy)]);
        copy.Version = 1;
        return copy;
    }

    /// <summary>Last changed first. One that cannot be read is left out: see <see cref="BrokenCountAsync"/>.</summary>
    public async ValueTask<IReadOnlyList<Draft>> ListAsync()
    {
        var records = await store.ListAsync(StoreName, KeyTier.Vault);
        return [.. records.Select(TryOpen).OfType<Draft>().OrderByDescending(draft => draft.ChangedAt)];
    }

    /// <summary>How many drafts are here that are damaged.</summary>
    public async ValueTask<int> BrokenCountAsync(IReadOnlyList<Draft> read) => await store.CountAsync(StoreName) - read.Count;

    /// <summary>Brings a deleted draft back as it was. Nothing happens when it is there.</summary>
    public async ValueTask RestoreAsync(Draft draft)
    {
        draft.Version = 0;
        try
        {
            await store.CommitAsync([Change(draft)]);
            draft.Version = 1;
        }
        catch (StaleRecordException)
        {
            // Undone twice.
        }
    }

    /// <returns>Null when there is none (any more).</returns>
    public async ValueTask<Draft?> ReadAsync(Guid id) =>
        await store.ReadAsync(Key(id), KeyTier.Vault) is { } record ? Open(record) : null;

    /// <summary>The form as it was when the draft began.</summary>
    /// <returns>Null when it was never kept here.</returns>
    public ValueTask<FormDefinition?> FormAsync(string form, int version) => KeptForm.ReadAsync(store, form, version);

    /// <summary>Nothing happens when there is none.</summary>
    public async ValueTask DeleteAsync(Guid id)
    {
        if (await store.ReadAsync(Key(id), KeyTier.Vault) is { } record)
        {
            await store.CommitAsync([new(record.Key, record.Version, KeyTier.Vault, null)]);
        }
    }

    private async ValueTask StoreAsync(Draft draft)
    {
        draft.ChangedAt = time.GetUtcNow();
        var stored = new Dictionary<string, FormAnswer>(draft.Answers);
        await store.CommitAsync([Change(draft)]);
        draft.Version++;
        draft.Stored = stored;
    }

    private async ValueTask JoinAsync(Draft draft)
    {
        var theirs = await ReadAsync(draft.Id) ?? throw new StaleRecordException(Key(draft.Id));
        if (theirs.Version == draft.Version)
        {
            return;
        }

        draft.Take(Written.Together(draft.Stored, draft.Answers, theirs.Answers));
        draft.Dismissed.UnionWith(theirs.Dismissed);
        (draft.Version, draft.Stored) = (theirs.Version, theirs.Stored);
        (draft.FormVersion, draft.LeftBehind) = (theirs.FormVersion, theirs.LeftBehind);
    }

    private static Draft Copy(Draft draft, Guid id, DateTimeOffset changedAt) => new()
    {
        Id = id,
        Form = draft.Form,
        FormVersion = draft.FormVersion,
        Municipality = draft.Municipality,
        Language = draft.Language,
        StartedAt = draft.StartedAt,
        ChangedAt = changedAt,
        Answers = new(draft.Answers),
        Path = draft.Path,
        Dismissed = [.. draft.Dismissed],
        LeftBehind = draft.LeftBehind,
    };

    internal static RecordKey Key(Guid id) => new(StoreName, id.ToString("D"));

    private static SealedChange Change(Draft draft) =>
        new(Key(draft.Id), draft.Version, KeyTier.Vault, JsonSerializer.SerializeToUtf8Bytes(draft, DeviceJson.Default.Draft));

    private static Draft? TryOpen(OpenedRecord record)
    {
        try
        {
            return Open(record);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Draft Open(OpenedRecord record)
    {
        var draft = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.Draft)!;
        draft.Version = record.Version;
        draft.Stored = new Dictionary<string, FormAnswer>(draft.Answers);
        return draft;
    }
}
