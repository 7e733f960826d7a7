using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>The devices of one municipality, and shutting one out: lost, stolen, or its owner left. What it sent stays.</summary>
internal sealed class DeviceRevocation(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit, TimeProvider clock)
{
    /// <returns>Organisation and role, never a person: who has which device is not known here.</returns>
    public async Task<IResult> ListAsync()
    {
        var rows = await db.Devices.AsNoTracking()
            .Where(row => row.Municipality == current.Municipality)
            .OrderBy(row => row.Organisation).ThenBy(row => row.Id)
            .Select(row => new { row.Id, row.Organisation, row.Role, row.RevokedAt, row.EnrolledAt, row.LastSeenDay })
            .ToListAsync();
        return Results.Json(
            [.. rows.Select(row => new DeviceItem(row.Id, row.Organisation, row.Role, row.RevokedAt, row.EnrolledAt, DayOf(row.LastSeenDay)))],
            ProtocolJson.Default.IReadOnlyListDeviceItem);
    }

    /// <summary>Accepted or refused, it is in the audit log. Again is as well, and changes nothing.</summary>
    public async Task<IResult> RevokeAsync(Guid id)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (!current.Member.RoleList.Contains(StaffRoles.Administrator))
        {
            return await RefuseAsync(turn, Refusal.NotAllowed);
        }

        var device = await db.Devices.SingleOrDefaultAsync(row => row.Id == id && row.Municipality == current.Municipality);
        if (device is null)
        {
            return await RefuseAsync(turn, Refusal.NotFound);
        }

        if (device.RevokedAt is null)
        {
            device.RevokedAt = clock.GetUtcNow();
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.DeviceRevoked, id.ToString("D"));
            await turn.SaveAsync();
        }

        return Results.NoContent();
    }

    private static DateOnly? DayOf(long? daysSince1970) =>
        daysSince1970 is { } days ? DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)days) : null;

    private async Task<IResult> RefuseAsync(WriteTurn turn, Refusal refusal)
    {
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.DeviceRevocationRefused, refusal.Code);
        await turn.SaveAsync();
        return refusal;
    }
}
