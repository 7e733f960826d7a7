using System.Security.Cryptography;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Lets enrolled devices in.</summary>
internal sealed class DeviceDoor(ReportingPointDb db)
{
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];

    /// <returns>Exactly one of the two.</returns>
    public async Task<(DeviceRow? Device, Refusal? Refusal)> OpenAsync(HttpRequest request)
    {
        if (DeviceToken.TryParse(request.Headers.Authorization) is not { } shown)
        {
            return (null, Refusal.NotEnrolled);
        }

        var device = await db.Devices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == shown.Device, request.HttpContext.RequestAborted);
        var isKnown = CryptographicOperations.FixedTimeEquals(device?.TokenHash ?? NoHash, shown.TokenHash);
        return (device, isKnown) switch
        {
            (null, _) or (_, false) => (null, Refusal.NotEnrolled),
            ({ RevokedAt: not null }, _) => (null, Refusal.DeviceRevoked),
            _ => (device, null),
        };
    }
}
