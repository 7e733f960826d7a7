using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Puts a sealed answer in its device's box and moves the signal: one person's answer, or what two have decided.</summary>
internal sealed class SealedAnswers(ReportingPointDb db, CurrentStaff current, AuditLog audit, TimeProvider clock)
{
    /// <summary>Two sealed bodies in base64, and the rest.</summary>
    public const int RequestBytes = 2 * SealedLetters + 4096;

    /// <summary>The longest sealed body in base64.</summary>
    public const int SealedLetters = Limits.SealedBytes / 3 * 4 + 4;

    public static bool IsSound(AnswerRequest asked) => asked.Id != Guid.Empty && IsSealed(asked.SealedForDevice) && IsSealed(asked.SealedForDesk);

    public static bool IsSealed(byte[] bytes) => bytes.Length is > Limits.SealOverheadBytes and <= Limits.SealedBytes;

    /// <returns>What came before under this id, or null.</returns>
    public Task<AnswerRow?> KnownAsync(Guid id) =>
        db.Answers.AsNoTracking().SingleOrDefaultAsync(row => row.Municipality == current.Municipality && row.Id == id);

    /// <summary>Stored when the caller saves its turn. Whether this stage may follow was asked before.</summary>
    public async Task StoreAsync(Guid deviceId, ProgressRow progress, AnswerRequest asked)
    {
        var device = await db.Devices.SingleAsync(row => row.Id == deviceId);
        device.LastMessage++;
        progress.LastAt = clock.GetUtcNow();
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.AnswerSent, progress.Id.ToString("D"));
        if (progress.Stage != asked.Stage)
        {
            progress.Stage = asked.Stage;
            progress.StageVersion++;
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.StageMoved, $"{progress.Id:D} {asked.Stage}");
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
    }
}
