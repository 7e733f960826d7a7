using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>A signal as fetched and, when its seal holds, its readable document. Exists in this browser's memory only.</summary>
/// <param name="Document">Null when the seal is broken or the inside contradicts the outside.</param>
public sealed record OpenedSignal(SealedSignal Sealed, SignalDocument? Document, IReadOnlyList<OpenedAnswer> Answers);

/// <param name="Document">Null when it could not be opened.</param>
public sealed record OpenedAnswer(SentAnswer Sent, AnswerDocument? Document);
