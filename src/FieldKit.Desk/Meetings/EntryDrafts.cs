using FieldKit.Protocol;

namespace FieldKit.Desk.Meetings;

/// <summary>What somebody is writing down in a meeting. Kept in memory while they look elsewhere, lock or sign in again.</summary>
public sealed class EntryDraft
{
    /// <summary>Characters.</summary>
    public const int MaximumLength = 4000;

    public const int OwnerLength = 80;

    /// <summary>One of <see cref="EntryKinds"/>.</summary>
    public string Kind { get; set; } = EntryKinds.Note;

    public string Text { get; set; } = "";

    public string Owner { get; set; } = "";

    /// <summary>As the browser's date field writes it; empty for none.</summary>
    public string Due { get; set; } = "";

    /// <summary>What was sent and not answered: sent again it is the same entry. Null once something in it changed.</summary>
    public EntryRequest? Tried { get; private set; }

    private string tried = "";

    /// <summary>To be called before <see cref="Tried"/> is used: it holds only for the same words.</summary>
    public EntryRequest? SameAsTried(string stage, DateOnly day) => Tried is { } request && tried == Words && request.Stage == stage && request.Day == day ? request : null;

    public void Try(EntryRequest request) => (Tried, tried) = (request, Words);

    private string Words => $"{Kind}\n{Text}\n{Owner}\n{Due}";
}

/// <summary>Drafts by signal.</summary>
public sealed class EntryDrafts
{
    private readonly Dictionary<Guid, EntryDraft> drafts = [];

    public EntryDraft Of(Guid signal) => drafts.TryGetValue(signal, out var draft) ? draft : drafts[signal] = new();

    public void Drop(Guid signal) => drafts.Remove(signal);

    public void DropAll() => drafts.Clear();
}
