namespace FieldKit.Domain.Signals;

/// <summary>What somebody wrote down about a signal in a meeting; readable only at the desk.</summary>
/// <param name="Entry">Id of the entry that it is.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Owner">Of an action: a function or organisation that will do it. Null for the other kinds.</param>
/// <param name="Due">Of an action: the day by which; null where none was agreed.</param>
public sealed record EntryDocument(Guid Entry, string Text, string? Owner, DateOnly? Due, DateTimeOffset WrittenAt);
