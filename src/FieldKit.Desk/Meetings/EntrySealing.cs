using System.Globalization;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Meetings;

/// <summary>Seals what is written down in a meeting to the desk itself, bound to who says it, about what and when, and opens it again.</summary>
public sealed class EntrySealing(IDeskKeys keys, TimeProvider clock)
{
    /// <summary>A small body may not unfold into a large one.</summary>
    private const int ReadableBytes = 64 * 1024;

    /// <returns>Sealed in the signal's own epoch: who can read the signal can read what was said about it.</returns>
    public async Task<EntryRequest> SealAsync(SealedSignal signal, string stage, DateOnly day, Guid staff, EntryDraft draft)
    {
        var (now, epoch) = (clock.GetUtcNow(), signal.Header.Epoch);
        var isAction = draft.Kind == EntryKinds.Action;
        var document = new EntryDocument(Guid.CreateVersion7(now), draft.Text.Trim(), isAction ? draft.Owner.Trim() : null, isAction ? DueOf(draft.Due) : null, now);
        var header = MeetingEntry.AssociatedData(document.Entry, signal.Item.Id, signal.Header.Municipality, epoch, stage, draft.Kind, day, staff);
        var packed = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.EntryDocument));
        return new(document.Entry, stage, draft.Kind, day, epoch, await keys.SealReasonAsync(epoch, header, packed));
    }

    /// <summary>What does not open stays closed, and is said so where it is shown.</summary>
    public async Task<OpenedEntry> OpenAsync(SealedEntry entry, string municipality)
    {
        var header = MeetingEntry.AssociatedData(entry.Id, entry.Signal, municipality, entry.Epoch, entry.Stage, entry.Kind, entry.Day, entry.By.Id);
        try
        {
            var packed = await keys.OpenReasonAsync(entry.Epoch, header, entry.Sealed);
            var document = JsonSerializer.Deserialize(SealedText.Unpack(packed, ReadableBytes), DomainJson.Default.EntryDocument);
            return new(entry, document?.Entry == entry.Id ? document : null);
        }
        catch (Exception failure) when (failure is SealBrokenException or DeskRefusedException or InvalidDataException or JsonException)
        {
            // Altered, or sealed in an epoch that this staff member has no key of: the rest may still be read.
            return new(entry, null);
        }
    }

    /// <returns>Null for none, and for what is no day.</returns>
    public static DateOnly? DueOf(string typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
