using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>What may be written down in a meeting. Written for good: a word is never given another meaning.</summary>
public static class EntryKinds
{
    public const string Note = "note";

    /// <summary>In words; a step to another stage goes its own way.</summary>
    public const string Decision = "decision";

    /// <summary>What somebody will do, until when; open until it is said to be done.</summary>
    public const string Action = "action";

    public static IReadOnlyList<string> All { get; } = [Note, Decision, Action];
}

/// <summary>Something written down about a signal in a meeting. It is never altered; what is new is written beside it.</summary>
/// <param name="Id">UUIDv7, made in the desk; the same id again is the same entry.</param>
/// <param name="Stage">Of the municipality's stages that is a meeting, and in which it was said.</param>
/// <param name="Kind">One of <see cref="EntryKinds"/>.</param>
/// <param name="Day">Of the meeting, at most a year from today.</param>
/// <param name="Sealed">As <see cref="ProposalRequest.SealedReason"/>, with associated data <see cref="MeetingEntry.AssociatedData"/>.</param>
public sealed record EntryRequest(Guid Id, string Stage, string Kind, DateOnly Day, int Epoch, byte[] Sealed);

/// <param name="By">Who wrote it.</param>
/// <param name="DoneBy">Of an action: who said that it is done; null while nobody did.</param>
public sealed record SealedEntry(
    Guid Id, Guid Signal, string Stage, string Kind, DateOnly Day, Colleague By, DateTimeOffset WrittenAt, int Epoch, byte[] Sealed, Colleague? DoneBy = null, DateTimeOffset? DoneAt = null);

/// <summary>Entries of several signals, and what the inbox tells of those.</summary>
/// <param name="Entries">In the order in which they were written.</param>
public sealed record MeetingEntries(IReadOnlyList<SealedEntry> Entries, IReadOnlyList<InboxItem> Signals);

/// <summary>Minutes leave the desk on paper.</summary>
/// <param name="WithNames">A page with names goes with them.</param>
public sealed record MinutesRequest(string Stage, DateOnly Day, bool WithNames);

/// <summary>What a sealed entry is bound to.</summary>
public static class MeetingEntry
{
    /// <summary>UTF-8 lines: label, entry, signal, municipality, epoch, stage, kind, day, staff. So an entry cannot be passed off as about another signal, as another person's, or as said at another time.</summary>
    public static byte[] AssociatedData(Guid entry, Guid signal, string municipality, int epoch, string stage, string kind, DateOnly day, Guid staff) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"fieldkit-meeting-1\n{entry:D}\n{signal:D}\n{municipality}\n{epoch}\n{stage}\n{kind}\n{day:yyyy-MM-dd}\n{staff:D}\n"));
}
