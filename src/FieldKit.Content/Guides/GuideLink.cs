namespace FieldKit.Content.Guides;

/// <summary>A link from a guide to something else in the bundle, kept to see whether it leads somewhere.</summary>
/// <param name="Kind">"guide", "contact", "tel" or "mailto".</param>
internal sealed record GuideLink(string File, int Line, string Kind, string Id);
