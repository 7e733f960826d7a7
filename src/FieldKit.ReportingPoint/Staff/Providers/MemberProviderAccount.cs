using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>
/// Takes the provider's account of a colleague away: the account was taken over, or is somebody else's now. Password, passkeys and key stay. It also ends
/// the colleague's sessions, for nobody can tell which of them were begun with it.
/// </summary>
internal sealed class MemberProviderAccount(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit)
{
    public async Task<IResult> UnlinkAsync(Guid id)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await db.ProviderAccounts.Where(row => row.Municipality == current.Municipality && row.Staff == id).ExecuteDeleteAsync() == 0)
        {
            return Refusal.NotFound;
        }

        await db.StaffSessions.Where(row => row.Staff == id).ExecuteDeleteAsync();
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.ProviderUnlinked, id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }
}
