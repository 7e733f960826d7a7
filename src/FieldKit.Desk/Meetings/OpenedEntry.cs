using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Meetings;

/// <summary>Something written down in a meeting, readable as far as it opens here.</summary>
/// <param name="Document">Null when it could not be opened.</param>
public sealed record OpenedEntry(SealedEntry Sealed, EntryDocument? Document)
{
    public bool IsOpenAction => Sealed is { Kind: EntryKinds.Action, DoneAt: null };

    /// <summary>It was to be done before this day, and nobody said that it is.</summary>
    public bool IsLate(DateOnly today) => IsOpenAction && Document?.Due < today;
}
