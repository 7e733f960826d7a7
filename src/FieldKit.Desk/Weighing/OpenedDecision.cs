using FieldKit.Protocol;

namespace FieldKit.Desk.Weighing;

/// <summary>A step that two people decide about, with its reasons as far as they open here.</summary>
/// <param name="ProposalReason">Null when it could not be opened.</param>
/// <param name="SecondReason">Null when it could not be opened, or there is none yet.</param>
public sealed record OpenedDecision(SealedDecision Sealed, string? ProposalReason, string? SecondReason)
{
    /// <summary>A second person is waited for.</summary>
    public bool IsOpen => Sealed.Verdict is null;

    public bool IsBy(StaffSession? staff) => staff?.Staff == Sealed.Proposal.Staff;
}
