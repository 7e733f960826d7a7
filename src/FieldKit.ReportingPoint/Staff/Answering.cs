using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Takes a sealed answer in and moves the signal, both or neither.</summary>
internal sealed class Answering(ReportingPointDb db, WriteGate gate, CurrentStaff current, StageMoves moves, TimeProvider clock)
{
    /// <summary>Two sealed bodies in base64, and the rest.</summary>
    private const int RequestBytes = 2 * (Limits.SealedBytes / 3 * 4 + 4) + 4096;

    public async Task<IResult> AnswerAsync(Guid about, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.AnswerRequest, RequestBytes);
        if (asked.Id == Guid.Empty || !IsSealed(asked.SealedForDevice) || !IsSealed(asked.SealedForDesk))
        {
            return Refusal.Malformed;
        }

        using var turn = await gate.EnterAsync(CancellationToken.None);
        var device = await db.Envelopes
            .Where(row => row.Id == about && row.Kind == EnvelopeKinds.Signal && row.Municipality == current.Municipality)
            .Select(row => (Guid?)row.Device)
            .SingleOrDefaultAsync();
        if (device is null)
        {
            return Refusal.NotFound;
        }

        if (await db.Answers.AsNoTracking().SingleOrDefaultAsync(row => row.Id == asked.Id) is { } known)
        {
            return IsSame(known, about, asked) ? Results.NoContent() : Refusal.Conflict;
        }

        var progress = await db.Progress.SingleAsync(row => row.Id == about);
        return await RefusalOfAsync(progress, asked) ?? await StoreAsync(about, device.Value, progress, asked);
    }

    private static bool IsSealed(byte[] bytes) => bytes.Length is > Limits.SealOverheadBytes and <= Limits.SealedBytes;

    private static bool IsSame(AnswerRow known, Guid about, AnswerRequest asked) =>
        known.About == about && known.Stage == asked.Stage && known.Epoch == asked.Epoch
        && known.SealedForDevice.AsSpan().SequenceEqual(asked.SealedForDevice)
        && known.SealedForDesk.AsSpan().SequenceEqual(asked.SealedForDesk);

    private async Task<IResult?> RefusalOfAsync(ProgressRow progress, AnswerRequest asked)
    {
        if (progress.WithdrawnAt is not null)
        {
            return Refusal.Withdrawn;
        }

        if (progress.StageVersion != asked.ExpectedStageVersion)
        {
            return Refusal.StageMoved;
        }

        if (!moves.May(current.Municipality, progress.Stage, asked.Stage))
        {
            return Refusal.StageUnknown;
        }

        return await db.Epochs.AnyAsync(row => row.Municipality == current.Municipality && row.Number == asked.Epoch)
            ? null
            : Refusal.EpochUnknown;
    }

    private async Task<IResult> StoreAsync(Guid about, Guid deviceId, ProgressRow progress, AnswerRequest asked)
    {
        var device = await db.Devices.SingleAsync(row => row.Id == deviceId);
        device.LastMessage++;
        if (progress.Stage != asked.Stage)
        {
            progress.Stage = asked.Stage;
            progress.StageVersion++;
        }

        db.Add(new AnswerRow
        {
            Id = asked.Id,
            Device = deviceId,
            Sequence = device.LastMessage,
            About = about,
            Municipality = current.Municipality,
            Epoch = asked.Epoch,
            Stage = asked.Stage,
            Staff = current.Member.Id,
            SentAt = clock.GetUtcNow(),
            SealedForDevice = asked.SealedForDevice,
            SealedForDesk = asked.SealedForDesk,
        });

        // One save is one transaction.
        await db.SaveChangesAsync();
        return Results.NoContent();
    }
}
