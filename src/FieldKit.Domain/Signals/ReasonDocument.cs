namespace FieldKit.Domain.Signals;

/// <summary>Why somebody at the desk proposed a step, or said what they said to it; readable only at the desk.</summary>
/// <param name="Proposal">Id of the proposal that it is about.</param>
/// <param name="Text">Plain text.</param>
public sealed record ReasonDocument(Guid Proposal, string Text, DateTimeOffset WrittenAt);
