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
    IReadOnlyList<AnswerDocument> Answers)
{
    /// <summary>What the writer sent about it afterwards, in order.</summary>
    public IReadOnlyList<SentFollowUp> FollowUps { get; init; } = [];

    /// <summary>Its text went from this device after its days; the reporting point has it. The document then holds no answers and no mode.</summary>
    public bool IsFaded { get; init; }

    /// <summary>An answer came in that nobody has looked at yet.</summary>
    public bool HasUnread { get; init; }

    /// <summary>The withdrawal that is on its way or has arrived; null when there is none, or it was refused.</summary>
    public SentFollowUp? Withdrawal => FollowUps.FirstOrDefault(sent => sent is { Withdraws: true, State: not SignalState.Quarantined });
}

/// <summary>A follow-up or a withdrawal as its writer sees it.</summary>
/// <param name="Withdraws">It takes the signal back.</param>
/// <param name="AnswersBefore">How many answers had come when it was written: its place in the conversation, by no clock.</param>
public sealed record SentFollowUp(
    FollowUpDocument Document, bool Withdraws, int AnswersBefore, SignalState State, string? Refusal, DateTimeOffset? ReceivedAt)
{
    public Guid Id => Document.Id;
}

/// <summary>The readable copy in the vault.</summary>
/// <param name="ForgetAfterDays">So many days after delivery its writer wants it gone; null: as the municipality says.</param>
internal sealed record ReadableSignal(SignalDocument Document, int? ForgetAfterDays = null);

/// <summary>An opened answer in the vault, with its place in the reporting point's order.</summary>
/// <param name="Seen">Somebody has had it on the screen.</param>
internal sealed record ReadableAnswer(AnswerDocument Document, long Sequence, bool Seen = false);

internal sealed record ReadableFollowUp(FollowUpDocument Document, bool Withdraws, int AnswersBefore);
