using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>What a staff member is writing back. Kept in memory while they look elsewhere, lock or sign in again.</summary>
public sealed class AnswerDraft
{
    /// <summary>Characters; an answer stays far below what one message may weigh.</summary>
    public const int MaximumLength = 8000;

    private (string Text, string Stage, int StageVersion, AnswerRequest Request)? tried;

    public string Text { get; set; } = "";

    /// <summary>The next stage, or null to stay.</summary>
    public string? Stage { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Stage is null;

    /// <summary>
    /// The sealed request of an earlier try whose fate is unknown, if nothing changed since: sent again it is the same answer,
    /// so a lost reply cannot double it.
    /// </summary>
    public AnswerRequest? SameAsTried(string stage, int stageVersion) =>
        tried is { } before && (before.Text, before.Stage, before.StageVersion) == (Text, stage, stageVersion) ? before.Request : null;

    public void Try(AnswerRequest request) => tried = (Text, request.Stage, request.ExpectedStageVersion, request);
}

/// <summary>Drafts by signal.</summary>
public sealed class AnswerDrafts
{
    private readonly Dictionary<Guid, AnswerDraft> drafts = [];

    public AnswerDraft Of(Guid signal) => drafts.TryGetValue(signal, out var draft) ? draft : drafts[signal] = new();

    public void Drop(Guid signal) => drafts.Remove(signal);

    public void DropAll() => drafts.Clear();
}
