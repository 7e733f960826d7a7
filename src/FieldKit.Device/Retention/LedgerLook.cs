using System.Text.Json;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Retention;

/// <summary>
/// Compares what lies in the stores with what the ledger knew. A record with another version was touched since the last look: so
/// writing costs nothing, and works while the vault is shut.
/// </summary>
/// <param name="isOpen">Then it looks into what it did not know yet.</param>
/// <param name="now">By the latest clock.</param>
internal sealed class LedgerLook(ISealedStore store, bool isOpen, Ledger before, DateTimeOffset now)
{
    private static readonly string[] Stores = [DeviceStores.Drafts, DeviceStores.Notes, DeviceStores.Signals, DeviceStores.FollowUps, DeviceStores.Answers];

    private readonly ILookup<string, KeptEntry> known = before.Entries.ToLookup(entry => entry.Store);

    // A clock that was ahead then and is right now must not date anything into the future.
    private readonly DateTimeOffset ran = before.Ran is { } last ? Earlier(last, now) : DateTimeOffset.MinValue;

    public async ValueTask<IReadOnlyList<KeptEntry>> EntriesAsync()
    {
        var entries = new List<KeptEntry>();
        foreach (var name in Stores)
        {
            entries.AddRange(await EntriesAsync(name));
        }

        return entries;
    }

    private async ValueTask<IReadOnlyList<KeptEntry>> EntriesAsync(string name)
    {
        var earlier = known[name].ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var entries = (await store.ListStampsAsync(name)).Select(stamp => Outside(stamp, earlier.GetValueOrDefault(stamp.Key.Id))).ToList();
        string[] unknown = [.. entries.Where(entry => !IsLookedInto(entry)).Select(entry => entry.Id)];
        if (!isOpen || unknown.Length == 0)
        {
            return entries;
        }

        var opened = (await store.ReadAllAsync(name, unknown, KeyTier.Vault)).ToDictionary(record => record.Key.Id, StringComparer.Ordinal);
        return [.. entries.Select(entry => !IsLookedInto(entry) && opened.TryGetValue(entry.Id, out var record) ? Inside(entry, record) : entry)];
    }

    private KeptEntry Outside(RecordStamp stamp, KeptEntry? earlier) =>
        earlier?.Version == stamp.Version
            ? earlier with { Since = Earlier(earlier.Since, now), Warned = earlier.Warned is { } warned ? Earlier(warned, now) : null }
            : new(stamp.Key.Store, stamp.Key.Id, stamp.Version, now) { NotBefore = ran };

    private static bool IsLookedInto(KeptEntry entry) => entry.Store switch
    {
        DeviceStores.Signals => entry.Faded is not null,
        DeviceStores.FollowUps => entry.About is not null,
        DeviceStores.Answers => entry.About is not null,
        _ => entry.NotBefore is null,
    };

    private static KeptEntry Inside(KeptEntry entry, OpenedRecord record)
    {
        try
        {
            return record.Version == entry.Version ? Read(entry, record.Plaintext) : entry;
        }
        catch (JsonException)
        {
            // Damaged: it goes by what is known from outside.
            return entry with { NotBefore = null };
        }
    }

    private static KeptEntry Read(KeptEntry entry, byte[] text)
    {
        switch (entry.Store)
        {
            case DeviceStores.Drafts:
                return Touched(entry, JsonSerializer.Deserialize(text, DeviceJson.Default.Draft)!.ChangedAt);
            case DeviceStores.Notes:
                return Touched(entry, JsonSerializer.Deserialize(text, DeviceJson.Default.FollowUpDraft)!.ChangedAt);
            case DeviceStores.Signals:
                var signal = JsonSerializer.Deserialize(text, DeviceJson.Default.ReadableSignal)!;
                return entry with { Faded = Outbox.FadedSignal.Of(signal.Document), ForgetAfterDays = signal.ForgetAfterDays, NotBefore = null };
            case DeviceStores.FollowUps:
                var followUp = JsonSerializer.Deserialize(text, DeviceJson.Default.ReadableFollowUp)!;
                return entry with { About = followUp.Document.About, Withdraws = followUp.Withdraws, NotBefore = null };
            default:
                var answer = JsonSerializer.Deserialize(text, DeviceJson.Default.ReadableAnswer)!;
                return entry with { About = answer.Document.About, Seen = answer.Seen, Blank = answer.Document.Text is null, NotBefore = null };
        }
    }

    /// <summary>The writer's own date, as far as it fits what was seen from outside.</summary>
    private static KeptEntry Touched(KeptEntry entry, DateTimeOffset changedAt)
    {
        var notBefore = entry.NotBefore ?? changedAt;
        var at = changedAt < notBefore ? notBefore : changedAt;
        return entry with { Since = Earlier(at, entry.Since), NotBefore = null };
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
