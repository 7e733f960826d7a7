using System.Text.Json;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.Device.Retention;

/// <summary>Says what has to go now. Whatever is not proven delivered, and whatever draft its writer was not told about, stays.</summary>
/// <param name="passed">It is certainly no earlier than this.</param>
internal sealed class DueRecords(DevicePolicy policy, DateTimeOffset? passed)
{
    private readonly List<KeptEntry> gone = [];
    private readonly List<KeptEntry> answers = [];
    private readonly List<SealedChange> changes = [];

    public IReadOnlyList<KeptEntry> Gone => gone;

    /// <summary>Answers that lose their words.</summary>
    public IReadOnlyList<KeptEntry> Answers => answers;

    public IReadOnlyList<SealedChange> Changes => changes;

    /// <param name="receipts">What the reporting point said of each envelope.</param>
    /// <param name="waiting">Envelopes in the queue, some of them perhaps for the second time.</param>
    /// <param name="faded">Signals of which the text is gone already, with the version of what is left.</param>
    public void Find(
        IReadOnlyList<KeptEntry> entries,
        IReadOnlyDictionary<Guid, (EnvelopeOutcome Outcome, DateTimeOffset At)> receipts,
        HashSet<string> waiting,
        Dictionary<string, long> faded)
    {
        foreach (var entry in entries)
        {
            switch (entry.Store)
            {
                case DeviceStores.Drafts or DeviceStores.Notes when entry.Warned is not null && passed >= DraftDates.Goes(entry, policy, entry.Since):
                    Remove(entry);
                    break;
                case DeviceStores.Signals when entry.Faded is not null && IsOver(entry):
                    Remove(entry);
                    Leave(entry.Faded);
                    break;
                case DeviceStores.FollowUps when entry is { Withdraws: false, About: not null } && IsOver(entry):
                    Remove(entry);
                    break;
                case DeviceStores.Answers when entry is { Seen: true, Blank: false } && passed >= entry.Since.AddDays(policy.ReadableDays):
                    answers.Add(entry);
                    break;
            }
        }

        // Of a signal that was taken back nothing more is to come: all of it goes.
        foreach (var withdrawal in entries.Where(entry => entry is { Store: DeviceStores.FollowUps, Withdraws: true } && IsOver(entry) && !waiting.Contains(entry.About!.Value.ToString("D"))))
        {
            RemoveThread(withdrawal.About!.Value);
        }

        bool IsOver(KeptEntry entry) =>
            !waiting.Contains(entry.Id)
            && Guid.TryParse(entry.Id, out var id)
            && receipts.TryGetValue(id, out var receipt) && receipt.Outcome.Refusal is null
            && passed >= receipt.At.AddDays(Math.Min(policy.ReadableDays, entry.ForgetAfterDays ?? int.MaxValue));

        void Leave(FadedSignal signal)
        {
            if (!faded.ContainsKey(signal.Id.ToString("D")))
            {
                changes.Add(new(FadedSignal.Key(signal.Id), 0, KeyTier.Device, JsonSerializer.SerializeToUtf8Bytes(signal, DeviceJson.Default.FadedSignal)));
            }
        }

        void RemoveThread(Guid signal)
        {
            var id = signal.ToString("D");
            foreach (var entry in entries.Where(entry => entry.About == signal || entry is { Store: DeviceStores.Signals } && entry.Id == id).Except(gone).ToList())
            {
                answers.Remove(entry);
                Remove(entry);
            }

            // What this same run would have left of it, or an earlier one did.
            changes.RemoveAll(change => change.Key == FadedSignal.Key(signal));
            if (faded.Remove(id, out var version))
            {
                changes.Add(new(FadedSignal.Key(signal), version, KeyTier.Device, null));
            }
        }
    }

    private void Remove(KeptEntry entry)
    {
        gone.Add(entry);
        changes.Add(new(new(entry.Store, entry.Id), entry.Version, KeyTier.Vault, null));
    }
}
