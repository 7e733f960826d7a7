using FieldKit.Device.Vault;

namespace FieldKit.Device.Store;

/// <summary>A change before encryption: the plaintext with the tier that it is to be kept under.</summary>
/// <param name="ExpectedVersion">As in <see cref="RecordChange"/>.</param>
/// <param name="Plaintext">Null deletes; the tier then does not matter and no key is needed.</param>
public sealed record SealedChange(RecordKey Key, long ExpectedVersion, KeyTier Tier, byte[]? Plaintext);

public sealed record OpenedRecord(RecordKey Key, long Version, byte[] Plaintext);

/// <summary>A record known by its place and version alone.</summary>
public readonly record struct RecordStamp(RecordKey Key, long Version);

/// <summary>
/// Encryption and storage as one port, because in the browser every awaited call costs about 4 ms whatever it does:
/// there a read, a list or a commit is ONE JavaScript call (decrypt or encrypt, and the transaction).
/// Natively <see cref="SealedRecords"/> composes it from <see cref="IRecordStore"/> and <see cref="IDeviceKeys"/>.
/// Every record is AES-256-GCM with a fresh nonce and the associated data UTF-8 "{store}\n{id}\n{version}",
/// where version is the record's own (for a change: ExpectedVersion + 1). Stored bytes: nonce 12, ciphertext, tag 16.
/// </summary>
public interface ISealedStore
{
    /// <exception cref="VaultLockedException">The tier is <see cref="KeyTier.Vault"/> and the vault is shut.</exception>
    ValueTask<OpenedRecord?> ReadAsync(RecordKey key, KeyTier tier);

    /// <summary>Those of the records with these ids that exist and open, in the order of the ids.</summary>
    /// <exception cref="VaultLockedException">The tier is <see cref="KeyTier.Vault"/> and the vault is shut.</exception>
    ValueTask<IReadOnlyList<OpenedRecord>> ReadAllAsync(string store, IReadOnlyList<string> ids, KeyTier tier);

    /// <summary>The records of a store that open, ordered by id (ordinal). A damaged one is left out; <see cref="CountAsync"/> counts it.</summary>
    /// <exception cref="VaultLockedException">The tier is <see cref="KeyTier.Vault"/> and the vault is shut.</exception>
    ValueTask<IReadOnlyList<OpenedRecord>> ListAsync(string store, KeyTier tier);

    /// <summary>Works while locked.</summary>
    ValueTask<int> CountAsync(string store);

    /// <summary>Which records a store holds, ordered by id (ordinal), without opening them. Works while locked.</summary>
    ValueTask<IReadOnlyList<RecordStamp>> ListStampsAsync(string store);

    /// <summary>All changes or none, durable; mixed tiers are fine.</summary>
    /// <exception cref="StaleRecordException">Another version than expected; nothing was written.</exception>
    /// <exception cref="StoreFullException">No room; nothing was written.</exception>
    /// <exception cref="VaultLockedException">A plaintext is for the vault and the vault is shut; nothing was written.</exception>
    ValueTask CommitAsync(IReadOnlyList<SealedChange> changes);
}
