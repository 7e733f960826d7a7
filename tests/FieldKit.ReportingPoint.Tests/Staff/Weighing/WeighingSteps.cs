using System.Net;
using System.Net.Http.Json;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Weighing;

/// <summary>What two people who weigh send, sealed as the desk does.</summary>
internal static class WeighingSteps
{
    public static ProposalRequest Proposal(SealedSignal signal, string stage, string why, string by, Guid? id = null)
    {
        var proposal = id ?? Guid.CreateVersion7();
        return new(proposal, 1, stage, signal.Item.StageVersion, Seal(proposal, signal, stage, Reason.Proposed, why, by));
    }

    public static VerdictRequest Verdict(SealedSignal signal, string verdict, string why, string by)
    {
        var proposal = signal.Decisions![^1];
        var answer = verdict == Verdicts.Agreed ? StaffMember.Write(signal, proposal.Stage, "") : null;
        return new(verdict, 1, Seal(proposal.Id, signal, proposal.Stage, verdict, why, by), answer);
    }

    public static string Open(SealedSignal signal, SealedDecision decision, string word, SealedReason reason)
    {
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        var header = Reason.AssociatedData(decision.Id, signal.Item.Id, "utrecht", reason.Epoch, decision.Stage, word, reason.Staff);
        return Encoding.UTF8.GetString(SealedText.Unpack(Hpke.Open(epoch, epoch.PublicKey, Hpke.DecisionInfo, header, reason.Sealed), 1000));
    }

    public static Task<HttpResponseMessage> ProposeAsync(this StaffMember member, Guid signal, ProposalRequest proposal) =>
        member.Client.PostAsJsonAsync($"/api/v1/staff/signals/{signal}/proposals", proposal, ProtocolJson.Default.ProposalRequest);

    public static Task<HttpResponseMessage> DecideAsync(this StaffMember member, Guid signal, Guid proposal, VerdictRequest verdict) =>
        member.Client.PostAsJsonAsync($"/api/v1/staff/signals/{signal}/proposals/{proposal}/verdict", verdict, ProtocolJson.Default.VerdictRequest);

    public static async Task DoneAsync(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private static byte[] Seal(Guid proposal, SealedSignal signal, string stage, string word, string why, string by)
    {
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        var header = Reason.AssociatedData(proposal, signal.Item.Id, "utrecht", 1, stage, word, Setups.IdOf(by));
        return Hpke.Seal(epoch, epoch.PublicKey, Hpke.DecisionInfo, header, SealedText.Pack(Encoding.UTF8.GetBytes(why)));
    }
}
