using System.Security.Cryptography;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Identity;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Turns a one-time code into a known device. Asked again unchanged, it gives the same answer.</summary>
internal sealed class DeviceEnrolment(ReportingPointDb db, WriteGate gate, PublicKeys keys, SigningKey signing, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = 4096;

    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.EnrolmentRequest, RequestBytes);
        if (asked.Device == Guid.Empty || asked.TokenHash.Length != SHA256.HashSizeInBytes || !PublicPoint.IsValid(asked.PublicKey))
        {
            return Refusal.Malformed;
        }

        // The municipality stands in the code.
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        var hash = EnrolmentCodes.HashOf(asked.Code);
        var code = await db.EnrolmentCodes.SingleOrDefaultAsync(row => row.SecretHash == hash, cancellation);
        if (code is null)
        {
            return Refusal.EnrolmentCodeUnknown;
        }

        var device = await db.Devices.FindAsync([asked.Device], cancellation);
        return RefusalOf(code, device, asked) ?? await EnrolAsync(turn, code, device, asked, cancellation);
    }

    private Refusal? RefusalOf(EnrolmentCodeRow code, DeviceRow? device, EnrolmentRequest asked)
    {
        if (code.UsedBy is { } user)
        {
            // A device that lost our answer asks again, and is not held to the expiry: it came in time.
            return user != asked.Device || device is null || !IsSame(device, asked) ? Refusal.EnrolmentCodeUsed
                : device.RevokedAt is not null ? Refusal.DeviceRevoked
                : null;
        }

        if (code.WithdrawnAt is not null)
        {
            return Refusal.EnrolmentCodeWithdrawn;
        }

        if (code.ExpiresAt <= clock.GetUtcNow())
        {
            return Refusal.EnrolmentCodeExpired;
        }

        // Another code does not take over a device that is known.
        return device is null ? null : Refusal.Conflict;
    }

    private static bool IsSame(DeviceRow device, EnrolmentRequest asked) =>
        CryptographicOperations.FixedTimeEquals(device.TokenHash, asked.TokenHash)
        && device.PublicKey.AsSpan().SequenceEqual(asked.PublicKey);

    private async Task<IResult> EnrolAsync(WriteTurn turn, EnrolmentCodeRow code, DeviceRow? device, EnrolmentRequest asked, CancellationToken cancellation)
    {
        var pinned = await keys.OfAsync(code.Municipality, cancellation)
            ?? throw new InvalidOperationException("A code was issued for a municipality without keys.");
        if (device is null)
        {
            device = new DeviceRow
            {
                Id = asked.Device,
                PublicKey = asked.PublicKey,
                TokenHash = asked.TokenHash,
                Municipality = code.Municipality,
                Organisation = code.Organisation,
                Role = code.Role,
                EnrolledAt = clock.GetUtcNow(),
                LastSeenDay = DeviceAllowance.DayOf(clock.GetUtcNow()),
            };
            db.Add(device);
            code.UsedBy = device.Id;
            await audit.AppendAsync(device.Municipality, AuditLog.Nobody, AuditActions.DeviceEnrolled, $"{device.Id:D} {EnrolmentCodes.AuditName(code)}");
            await turn.SaveAsync();
        }

        return Results.Json(
            new EnrolmentResponse(device.Municipality, device.Organisation, device.Role, pinned, AdmissionOf(device, code).Sign(signing)),
            ProtocolJson.Default.EnrolmentResponse);
    }

    private static Admission AdmissionOf(DeviceRow device, EnrolmentCodeRow code) =>
        new(device.Id, device.PublicKey, device.TokenHash, device.Municipality, device.Organisation, device.Role, code.SecretHash);
}
