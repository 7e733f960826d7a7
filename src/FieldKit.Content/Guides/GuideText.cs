namespace FieldKit.Content.Guides;

/// <summary>One guide in one language, as its file says it.</summary>
/// <param name="Name">File name without language and extension.</param>
internal sealed record GuideText(
    string File,
    string Name,
    string Language,
    GuideFrontMatter Front,
    IReadOnlyList<GuideTextPart> Parts);

internal sealed record GuideTextPart(PartSettings Settings, string Kind, string Title, string Html, int Line);
