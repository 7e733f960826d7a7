using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Takes a sealed answer in and moves the signal, both or neither.</summary>
internal sealed class Answering(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, StageMoves moves, AuditLog audit, TimeProvider clock)
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

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        var device = await db.Envelopes
            .NotCleared()
            .Where(row => row.Id == about && row.Kind == EnvelopeKinds.Signal && row.Municipality == current.Municipality)
            .Select(row => (Guid?)row.Device)
            .SingleOrDefaultAsync();
        if (device is null)
        {
            return Refusal.NotFound;
        }

        if (await db.Answers.AsNoTracking().SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == asked.Id) is { } known)
        {
            return IsSame(known, about, asked) ? Results.NoContent() : Refusal.Conflict;
        }

        var progress = await progresses.OfAsync(about);
        return await RefusalOfAsync(progress, device.Value, asked) ?? await StoreAsync(turn, device.Value, progress, asked);
    }

    private static bool IsSealed(byte[] bytes) => bytes.Length is > Limits.SealOverheadBytes and <= Limits.SealedBytes;

    private static bool IsSame(AnswerRow known, Guid about, AnswerRequest asked) =>
        known.About == about && known.Stage == asked.Stage && known.Epoch == asked.Epoch
        && known.SealedForDevice.AsSpan().SequenceEqual(asked.SealedForDevice)
        && known.SealedForDesk.AsSpan().SequenceEqual(asked.SealedForDesk);

    private async Task<IResult?> RefusalOfAsync(ProgressRow progress, Guid device, AnswerRequest asked)
    {
        if (await progresses.IsWithdrawnAsync(progress.Id, device))
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

    private async Task<IResult> StoreAsync(WriteTurn turn, Guid deviceId, ProgressRow progress, AnswerRequest asked)
    {
        var device = await db.Devices.SingleAsync(row => row.Id == deviceId);
        device.LastMessage++;
        progress.LastAt = clock.GetUtcNow();
        await audit.AppendAsync(current.Member.Id, AuditActions.AnswerSent, progress.Id.ToString("D"));
        if (progress.Stage != asked.Stage)
        {
            progress.Stage = asked.Stage;
            progress.StageVersion++;
            await audit.AppendAsync(current.Member.Id, AuditActions.StageMoved, $"{progress.Id:D} {asked.Stage}");
        }

        db.Add(new AnswerRow
        {
            Id = asked.Id,
            Device = deviceId,
            Sequence = device.LastMessage,
            About = progress.Id,
            Municipality = current.Municipality,
            Epoch = asked.Epoch,
            Stage = asked.Stage,
            Staff = current.Member.Id,
            SentAt = clock.GetUtcNow(),
            SealedForDevice = asked.SealedForDevice,
            SealedForDesk = asked.SealedForDesk,
        });

        await turn.SaveAsync();
        return Results.NoContent();
    }
}
