using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Shuts a device out: lost, stolen, or its owner left. What it sent stays.</summary>
internal sealed class DeviceRevocation(ReportingPointDb db, WriteGate gate, CurrentStaff current, TimeProvider clock)
{
    public async Task<IResult> RevokeAsync(Guid id)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        var device = await db.Devices.SingleOrDefaultAsync(row => row.Id == id && row.Municipality == current.Municipality);
        if (device is null)
        {
            return Refusal.NotFound;
        }

        device.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync();
        return Results.NoContent();
    }
}
