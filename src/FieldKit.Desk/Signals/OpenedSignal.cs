using FieldKit.Desk.Weighing;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>A signal as fetched and, when its seal holds, its readable document. Exists in this browser's memory only.</summary>
/// <param name="Document">Null when it was not opened, when the seal is broken, or when the inside contradicts the outside.</param>
/// <param name="IsShut">Its writer has withdrawn it and nobody asked for it to be opened all the same; only the reason is open.</param>
public sealed record OpenedSignal(
    SealedSignal Sealed,
    SignalDocument? Document,
    IReadOnlyList<OpenedAnswer> Answers,
    IReadOnlyList<OpenedFollowUp> FollowUps,
    bool IsShut)
{
    /// <summary>Steps that two people decide about, oldest first; none while it is shut.</summary>
    public IReadOnlyList<OpenedDecision> Decisions { get; init; } = [];

    /// <summary>The withdrawal, or null; one that opens before one that does not.</summary>
    public OpenedFollowUp? Withdrawal => FollowUps.Where(one => one.Withdraws).OrderBy(one => one.Document is null).FirstOrDefault();

    /// <summary>
    /// It is called withdrawn, and nothing that its writer sealed says so: the reporting point goes by the outside, which whoever has
    /// the device's token, or the reporting point itself, could write.
    /// </summary>
    public bool IsWithdrawalUnproven => Sealed.Item.WithdrawnAt is not null && Withdrawal?.Document is null;
}

/// <param name="Document">Null when it could not be opened.</param>
public sealed record OpenedAnswer(SentAnswer Sent, AnswerDocument? Document);

/// <param name="Document">Null when it could not be opened, or is shut with its signal.</param>
public sealed record OpenedFollowUp(SealedFollowUp Sealed, FollowUpDocument? Document)
{
    public bool Withdraws => Sealed.Header.Kind == EnvelopeKinds.Withdrawal;
}
