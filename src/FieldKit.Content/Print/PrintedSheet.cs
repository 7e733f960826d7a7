namespace FieldKit.Content.Print;

/// <summary>One flowchart or guide, ready for paper.</summary>
/// <param name="Name">File name without ending: "F03".</param>
/// <param name="Html">A whole document that fetches nothing.</param>
/// <param name="IsPoster">Meant for exactly one page.</param>
public sealed record PrintedSheet(string Name, string Html, bool IsPoster);
