using FieldKit.Device.Content;
using FieldKit.Device.Store;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Retention;

/// <summary>Something unfinished that nobody touched for long and that will go.</summary>
/// <param name="Draft">Id of the draft, or of the signal that words were being written about.</param>
/// <param name="IsAboutSignal">It is not a signal of its own, but more about one that was sent.</param>
/// <param name="Goes">Not before this day.</param>
public sealed record FadingDraft(Guid Draft, bool IsAboutSignal, DateTimeOffset Goes);

/// <summary>Which drafts will go soon, for telling their writer. A draft goes only after that was on the screen. Needs no PIN.</summary>
public sealed class FadingDrafts(ISealedStore store, PolicyInForce policy, TimeProvider time)
{
    private const int MostTries = 3;

    public async ValueTask<IReadOnlyList<FadingDraft>> ListAsync()
    {
        var ledger = await Ledger.ReadAsync(store);
        var now = ledger.Time.Latest(time.GetUtcNow());
        if (!ledger.Entries.Any(IsDraft))
        {
            return [];
        }

        var asked = await policy.CurrentAsync();
        var entries = ledger.Entries.Where(entry => IsDraft(entry) && DraftDates.IsWarned(entry, asked, ledger.Time.Passed)).ToList();
        return entries.Count == 0 ? [] : [.. (await UntouchedAsync(entries)).Select(entry => Fading(entry, asked, now))];
    }

    /// <summary>They were on the screen: their days begin to count.</summary>
    public ValueTask ShownAsync(IReadOnlyCollection<FadingDraft> shown) =>
        ChangeAsync(shown, (entry, now) => entry.Warned is null ? entry with { Warned = now } : entry);

    /// <summary>Their writer wants to keep them: as if touched now.</summary>
    public ValueTask KeepAsync(FadingDraft draft) => ChangeAsync([draft], (entry, now) => entry with { Since = now, Warned = null });

    private async ValueTask ChangeAsync(IReadOnlyCollection<FadingDraft> drafts, Func<KeptEntry, DateTimeOffset, KeptEntry> change)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var ledger = await Ledger.ReadAsync(store);
            var now = ledger.Time.Latest(time.GetUtcNow());
            var changed = ledger with { Entries = [.. ledger.Entries.Select(entry => drafts.Any(draft => IsOf(entry, draft)) ? change(entry, now) : entry)] };
            if (ledger.SaysTheSame(changed))
            {
                return;
            }

            try
            {
                await store.CommitAsync([changed.Change()]);
                return;
            }
            catch (StaleRecordException)
            {
                // A sweep, here or in another tab, came between.
            }
        }
    }

    /// <summary>Touched since the sweep last looked: nothing to warn about.</summary>
    private async ValueTask<IReadOnlyList<KeptEntry>> UntouchedAsync(IReadOnlyList<KeptEntry> entries)
    {
        RecordStamp[] stamps = [.. await store.ListStampsAsync(DeviceStores.Drafts), .. await store.ListStampsAsync(DeviceStores.Notes)];
        var versions = stamps.ToDictionary(stamp => stamp.Key, stamp => stamp.Version);
        return [.. entries.Where(entry => versions.GetValueOrDefault(new(entry.Store, entry.Id)) == entry.Version)];
    }

    private static FadingDraft Fading(KeptEntry entry, DevicePolicy policy, DateTimeOffset now) =>
        new(DraftOf(entry), entry.Store == DeviceStores.Notes, DraftDates.Goes(entry, policy, now));

    private static bool IsDraft(KeptEntry entry) => entry.Store is DeviceStores.Drafts or DeviceStores.Notes;

    private static bool IsOf(KeptEntry entry, FadingDraft draft) =>
        IsDraft(entry) && draft.IsAboutSignal == (entry.Store == DeviceStores.Notes) && DraftOf(entry) == draft.Draft;

    // What was being written about a signal stands under the signal's id, with or without an ending.
    private static Guid DraftOf(KeptEntry entry) => Guid.Parse(entry.Id.AsSpan(0, Guid.Empty.ToString("D").Length));
}
