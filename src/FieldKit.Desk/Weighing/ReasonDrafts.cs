namespace FieldKit.Desk.Weighing;

/// <summary>A reason that somebody is writing. Kept in memory while they look elsewhere, lock or sign in again.</summary>
public sealed class ReasonDraft
{
    /// <summary>Characters.</summary>
    public const int MaximumLength = 4000;

    public string Text { get; set; } = "";

    /// <summary>The stage that is proposed, or the verdict on what was; null before a choice.</summary>
    public string? Choice { get; set; }
}

/// <summary>Drafts by signal and by the proposal that they are about; without one they propose.</summary>
public sealed class ReasonDrafts
{
    private readonly Dictionary<(Guid Signal, Guid? Proposal), ReasonDraft> drafts = [];

    public ReasonDraft Of(Guid signal, Guid? proposal) =>
        drafts.TryGetValue((signal, proposal), out var draft) ? draft : drafts[(signal, proposal)] = new();

    public void Drop(Guid signal, Guid? proposal) => drafts.Remove((signal, proposal));

    public void DropAll() => drafts.Clear();
}
