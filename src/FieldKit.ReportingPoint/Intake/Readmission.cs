using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Takes a device in again that was enrolled here after the backup from which this reporting point was restored.</summary>
internal sealed class Readmission(IDbContextFactory<ReportingPointDb> databases, WriteGate gate, SigningKey signing, TimeProvider clock)
{
    /// <returns>Whether it is known from here on.</returns>
    public async Task<bool> TryAsync(DeviceToken shown, CancellationToken cancellation)
    {
        if (shown.Admission is not { } text || Admission.TryRead(text, signing) is not { } admission || admission.Device != shown.Device
            || !IsItsToken(shown, admission))
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        if (await db.Municipalities.FindAsync([admission.Municipality], cancellation) is null)
        {
            return false;
        }

        if (await db.Devices.FindAsync([admission.Device], cancellation) is null)
        {
            await AddAsync(db, shown, admission, cancellation);
            await turn.SaveAsync();
        }

        return true;
    }

    /// <summary>A signature that was seen by somebody is no way in: the token has to be one of the device's own, however far it went on since.</summary>
    private static bool IsItsToken(DeviceToken shown, Admission admission) =>
        CryptographicOperations.FixedTimeEquals(shown.Hash, admission.TokenHash) || TokenChain.IsAhead(shown.Token, admission.TokenHash, TokenChain.Length);

    private async Task AddAsync(ReportingPointDb db, DeviceToken shown, Admission admission, CancellationToken cancellation)
    {
        db.Add(new DeviceRow
        {
            Id = admission.Device,
            PublicKey = admission.PublicKey,
            TokenHash = shown.Hash,
            Municipality = admission.Municipality,
            Organisation = admission.Organisation,
            Role = admission.Role,
        });
        if (await db.EnrolmentCodes.FindAsync([admission.Code], cancellation) is { UsedBy: null } code)
        {
            // It was used up once already.
            code.UsedBy = admission.Device;
        }

        await new AuditLog(db, gate, clock).AppendAsync(admission.Municipality, AuditLog.Nobody, AuditActions.DeviceReadmitted, admission.Device.ToString("D"));
    }
}
