using System.Globalization;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>What became of a proposal. Written for good: a word is never given another meaning.</summary>
public static class Verdicts
{
    /// <summary>A second person agreed, and the signal went on.</summary>
    public const string Agreed = "agreed";

    /// <summary>A second person did not, and the signal stays where it was.</summary>
    public const string Disagreed = "disagreed";

    /// <summary>Who proposed it took it back.</summary>
    public const string TakenBack = "taken-back";

    public static IReadOnlyList<string> All { get; } = [Agreed, Disagreed, TakenBack];
}

/// <summary>Proposes a step that two people decide about.</summary>
/// <param name="Id">UUIDv7, made in the desk; the same id again is the same proposal.</param>
/// <param name="Stage">Where the signal would go.</param>
/// <param name="ExpectedStageVersion">As in <see cref="AnswerRequest"/>.</param>
/// <param name="SealedReason">HPKE auth, sender and reader the epoch key, info "fieldkit decision v1", associated data <see cref="Reason.AssociatedData"/>.</param>
public sealed record ProposalRequest(Guid Id, int Epoch, string Stage, int ExpectedStageVersion, byte[] SealedReason);

/// <summary>What somebody says to a proposal.</summary>
/// <param name="Verdict">One of <see cref="Verdicts"/>.</param>
/// <param name="SealedReason">As in <see cref="ProposalRequest"/>.</param>
/// <param name="Answer">With <see cref="Verdicts.Agreed"/>: what tells its writer of the stage. Otherwise null.</param>
public sealed record VerdictRequest(string Verdict, int Epoch, byte[] SealedReason, AnswerRequest? Answer);

/// <summary>One step that two people decide about: who, what and when in the open, why sealed.</summary>
/// <param name="From">The stage that the signal stood in.</param>
/// <param name="Stage">The stage that was proposed.</param>
/// <param name="Proposal">Who proposed it, and why.</param>
/// <param name="Verdict">One of <see cref="Verdicts"/>; null while a second person is waited for.</param>
/// <param name="Second">Who decided, and why; null with <paramref name="Verdict"/>.</param>
public sealed record SealedDecision(Guid Id, string From, string Stage, SealedReason Proposal, string? Verdict, SealedReason? Second);

/// <param name="Staff">Id of who gave it.</param>
/// <param name="Name">Null when that person is no longer known here.</param>
public sealed record SealedReason(Guid Staff, string? Name, DateTimeOffset At, int Epoch, byte[] Sealed);

/// <summary>What a sealed reason is bound to.</summary>
public static class Reason
{
    /// <summary>The word for the proposal itself, where a verdict has its own.</summary>
    public const string Proposed = "proposed";

    /// <summary>
    /// UTF-8 lines: label, proposal, signal, municipality, epoch, stage, word, staff. So a reason cannot be passed off as another person's, nor
    /// as given for another step or the opposite verdict.
    /// </summary>
    /// <param name="word"><see cref="Proposed"/> or one of <see cref="Verdicts"/>.</param>
    public static byte[] AssociatedData(Guid proposal, Guid signal, string municipality, int epoch, string stage, string word, Guid staff) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"fieldkit-decision-1\n{proposal:D}\n{signal:D}\n{municipality}\n{epoch}\n{stage}\n{word}\n{staff:D}\n"));
}
