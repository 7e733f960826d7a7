using System.Text.Json;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Retention;

/// <summary>
/// Since when things lie on this device: dates and versions, no word of what they are. Readable without the PIN, so that they go
/// in time while nobody unlocks.
/// </summary>
/// <param name="Ran">When the sweep last looked, by the latest clock: what has another version now was touched since then.</param>
internal sealed record Ledger(KnownTime Time, DateTimeOffset? Ran, IReadOnlyList<KeptEntry> Entries)
{
    private static readonly RecordKey Key = new(DeviceStores.Keeping, "ledger");

    /// <summary>The stored record's version; 0: none.</summary>
    private long version;

    public static async ValueTask<Ledger> ReadAsync(ISealedStore store) =>
        await store.ReadAsync(Key, KeyTier.Device) is { } record
            ? JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.Ledger)! with { version = record.Version }
            : new(new(), null, []);

    public SealedChange Change() => new(Key, version, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(this, DeviceJson.Default.Ledger));

    /// <summary>Nothing in the other that is worth writing down: that some minutes passed is not.</summary>
    public bool SaysTheSame(Ledger other) => version > 0 && Time.IsCloseTo(other.Time) && Entries.SequenceEqual(other.Entries);
}

/// <summary>One record of another store.</summary>
/// <param name="Version">The record's, when it was looked at.</param>
/// <param name="Since">When it was last touched; never before that.</param>
internal sealed record KeptEntry(string Store, string Id, long Version, DateTimeOffset Since)
{
    /// <summary>It was touched between this and <see cref="Since"/>: nobody could look into it, because the vault was shut.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Of a draft: when its writer was told that it will go; null as long as they were not.</summary>
    public DateTimeOffset? Warned { get; init; }

    /// <summary>Of a signal: what will be left of it; null until the vault was open to see.</summary>
    public FadedSignal? Faded { get; init; }

    /// <summary>Of a signal: its writer wants it gone so many days after delivery, whatever the municipality allows.</summary>
    public int? ForgetAfterDays { get; init; }

    /// <summary>Of a follow-up or an answer: its signal; null until the vault was open to see.</summary>
    public Guid? About { get; init; }

    /// <summary>Of a follow-up: it takes the signal back.</summary>
    public bool Withdraws { get; init; }

    /// <summary>Of an answer: somebody has read it.</summary>
    public bool Seen { get; init; }

    /// <summary>Of an answer: its words are gone, the stage that it told of stays.</summary>
    public bool Blank { get; init; }
}
