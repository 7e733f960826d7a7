using FieldKit.Domain.Advice;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>What a staff member is writing back. Kept in memory while they look elsewhere, lock or sign in again.</summary>
public sealed class AnswerDraft
{
    /// <summary>Characters; an answer stays far below what one message may weigh.</summary>
    public const int MaximumLength = 8000;

    private readonly List<string> guides = [];
    private readonly List<string> contacts = [];
    private (string Text, string Links, string Stage, int StageVersion, AnswerRequest Request)? tried;

    public string Text { get; set; } = "";

    /// <summary>The next stage, or null to stay.</summary>
    public string? Stage { get; set; }

    /// <summary>Guides and contacts that go with it; null when there are none.</summary>
    public AdviceLinks? Links => guides.Count + contacts.Count == 0 ? null : new([.. guides], [.. contacts]);

    /// <summary>Places of a template that are still to be filled in.</summary>
    public int Blanks => Text.Split(AdviceTemplate.Blank).Length - 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Stage is null;

    /// <summary>Goes behind what was typed, so that nothing of it is lost.</summary>
    /// <returns>False when there is no room for it; then nothing changed.</returns>
    public bool Begin(AdviceTemplate template, string language)
    {
        var whole = string.IsNullOrWhiteSpace(Text) ? template.Text.In(language) : $"{Text.TrimEnd()}\n\n{template.Text.In(language)}";
        if (whole.Length > MaximumLength)
        {
            return false;
        }

        Text = whole;
        guides.AddRange(template.Guides.Except(guides));
        contacts.AddRange(template.Contacts.Except(contacts));
        return true;
    }

    public void Link(LinkedItem item)
    {
        var list = item.IsGuide ? guides : contacts;
        if (!list.Contains(item.Id))
        {
            list.Add(item.Id);
        }
    }

    public void Unlink(LinkedItem item) => (item.IsGuide ? guides : contacts).Remove(item.Id);

    /// <summary>
    /// The sealed request of an earlier try whose fate is unknown, if nothing changed since: sent again it is the same answer,
    /// so a lost reply cannot double it.
    /// </summary>
    public AnswerRequest? SameAsTried(string stage, int stageVersion) =>
        tried is { } before && (before.Text, before.Links, before.Stage, before.StageVersion) == (Text, LinksInOne, stage, stageVersion) ? before.Request : null;

    public void Try(AnswerRequest request) => tried = (Text, LinksInOne, request.Stage, request.ExpectedStageVersion, request);

    private string LinksInOne => $"{string.Join(' ', guides)}/{string.Join(' ', contacts)}";
}

/// <summary>Drafts by signal.</summary>
public sealed class AnswerDrafts
{
    private readonly Dictionary<Guid, AnswerDraft> drafts = [];

    public AnswerDraft Of(Guid signal) => drafts.TryGetValue(signal, out var draft) ? draft : drafts[signal] = new();

    public void Drop(Guid signal) => drafts.Remove(signal);

    public void DropAll() => drafts.Clear();
}
