using FieldKit.Domain.Signals;

namespace FieldKit.Device.Outbox;

public enum SignalState
{
    /// <summary>In the queue; nobody has it yet.</summary>
    Sealed,

    /// <summary>The reporting point signed for it.</summary>
    Received,

    /// <summary>The reporting point refused this one; <see cref="SentSignal.Refusal"/> says why. The sealed copy is kept.</summary>
    Quarantined,
}

/// <summary>A signal after sealing, as its writer sees it.</summary>
/// <param name="Sequence">The reporting point's number when received.</param>
/// <param name="ReceivedAt">By the reporting point's clock, for showing only.</param>
/// <param name="Answers">In the reporting point's order; the last one's stage is where the signal stands.</param>
public sealed record SentSignal(
    Guid Id,
    SignalDocument Document,
    SignalState State,
    string? Refusal,
    long? Sequence,
    DateTimeOffset? ReceivedAt,
    IReadOnlyList<AnswerDocument> Answers);

/// <summary>The readable copy in the vault.</summary>
internal sealed record ReadableSignal(SignalDocument Document);

/// <summary>An opened answer in the vault, with its place in the reporting point's order.</summary>
internal sealed record ReadableAnswer(AnswerDocument Document, long Sequence);
