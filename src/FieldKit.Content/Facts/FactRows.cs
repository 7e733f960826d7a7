using FieldKit.Domain.Languages;

namespace FieldKit.Content.Facts;

/// <summary>facts/rows.yaml: the rows and the public sources of the fact base.</summary>
internal sealed record FactRows(IReadOnlyList<FactRow> Rows, IReadOnlyList<FactSource> Sources);

/// <param name="Support">What FieldKit should do with it ("flow", "guide", …); empty: background only.</param>
internal sealed record FactRow(string Id, string Municipality, IReadOnlyList<string> Support);

internal sealed record FactSource(string Id, LocalText Title);

/// <summary>One line of facts/not-carried.yaml.</summary>
internal sealed record FactNotCarried(string Id, string Reason);
