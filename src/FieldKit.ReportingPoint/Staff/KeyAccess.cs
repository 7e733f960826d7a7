using System.Globalization;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// Epoch keys for a member who has none yet, as somebody else's browser wrapped them. That it are those keys only the member's own browser can tell:
/// the seal's sender is the epoch key itself.
/// </summary>
internal sealed class KeyAccess(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit)
{
    private const int RequestBytes = 64 * 1024;

    public async Task<IResult> GiveAsync(Guid id, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.AccessRequest, RequestBytes);
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var epochs = await StaffKeyrings.EpochsAsync(db, current.Municipality);
        if (!current.Member.RoleList.Contains(StaffRoles.Administrator) && !StaffKeyrings.IsHolder(current.Member, epochs))
        {
            return await RefuseAsync(turn, Refusal.NotAllowed);
        }

        var member = await db.Staff.SingleOrDefaultAsync(row => row.Id == id && row.Municipality == current.Municipality);
        if (member is null)
        {
            return await RefuseAsync(turn, Refusal.NotFound);
        }

        var keyring = StaffKeyrings.Of(member);
        if (!StaffKeyrings.IsReader(member.RoleList) || !IsOf(epochs, asked.Epochs))
        {
            return await RefuseAsync(turn, Refusal.KeyInvalid);
        }

        // Who has them all keeps them: nobody replaces a colleague's good keys by something that opens nothing.
        if (StaffKeyrings.IsHolder(member, epochs) || !keyring.Own.PublicKey.AsSpan().SequenceEqual(asked.PublicKey))
        {
            return await RefuseAsync(turn, Refusal.KeyMoved);
        }

        StaffKeyrings.Put(member, keyring with { Epochs = asked.Epochs });
        var numbers = string.Join(' ', epochs.Select(epoch => epoch.Number.ToString(CultureInfo.InvariantCulture)));
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.AccessGiven, $"{id:D} {numbers}");
        await turn.SaveAsync();
        return Results.NoContent();
    }

    public async Task<IResult> RecoveryAsync()
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var recovery = await db.Municipalities.Where(row => row.Id == current.Municipality).Select(row => row.Recovery).SingleAsync();
        if (recovery is null)
        {
            return Refusal.NotFound;
        }

        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.RecoveryKeyringTaken, current.Municipality);
        await turn.SaveAsync();
        return Results.Bytes(recovery, "application/json");
    }

    /// <summary>Each epoch of the municipality once, and none besides.</summary>
    private static bool IsOf(List<EpochRow> epochs, IReadOnlyList<WrappedEpochKey> wrapped) =>
        wrapped.Count == epochs.Count
        && epochs.TrueForAll(epoch => wrapped.Any(one =>
            one.Epoch == epoch.Number && one.ByEpoch && one.PublicKey.AsSpan().SequenceEqual(epoch.PublicKey) && OwnKeyRules.IsSealed(one.Sealed)));

    private async Task<IResult> RefuseAsync(WriteTurn turn, Refusal refusal)
    {
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.KeyActionRefused, refusal.Code);
        await turn.SaveAsync();
        return refusal;
    }
}
