
namespace FieldKit.Domain.Signals.Reading;

/// <summary>A signal in the order in which a reader weighs it (facts.md G3): facts first, opinion apart, names last.</summary>
/// <param name="Kind">"advies", "signaal", or a mode that this desk does not know.</param>
/// <param name="Heading">Short answers for under the title: municipality and role.</param>
/// <param name="Groups">In reading order; without opinion and names.</param>
/// <param name="Opinion">The writer's impression, or null.</param>
/// <param name="Names">The closed last page, or null in a signal without a name.</param>
/// <param name="FromOtherVersion">The labels come from another version of the form than the writer used.</param>
public sealed record SignalLayout(
    string Kind,
    DateTimeOffset WrittenAt,
    IReadOnlyList<string> Heading,
    IReadOnlyList<ReadingGroup> Groups,
    ReadingGroup? Opinion,
    ReadingGroup? Names,
    IReadOnlyList<PathStep> Path,
    bool FromOtherVersion);

/// <param name="Facts">Filled for a repeated section; then there are no lines.</param>
public sealed record ReadingGroup(string Id, string Title, IReadOnlyList<ReadingLine> Lines, FactTable? Facts = null);

/// <summary>One question and what was answered: chosen labels and text, of which either may be empty.</summary>
public sealed record ReadingLine(string Field, string Label, IReadOnlyList<string> Choices, string Text);

public sealed record FactTable(IReadOnlyList<FactColumn> Columns, IReadOnlyList<FactRow> Rows);

public sealed record FactColumn(string Field, string Label);

/// <param name="Number">From 1.</param>
/// <param name="Cells">One for each column; null where nothing was answered.</param>
/// <param name="Quote">Literal words, shown with what happened.</param>
public sealed record FactRow(int Number, IReadOnlyList<ReadingLine?> Cells, ReadingLine? Quote);
