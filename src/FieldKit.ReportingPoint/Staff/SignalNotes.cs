using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// Notes what somebody does with a signal that the desk has open already: a moment to think and something to answer for, not a
/// lock.
/// </summary>
internal sealed class SignalNotes(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit)
{
    private const int RequestBytes = 256;

    /// <summary>The page with names is opened, and why.</summary>
    public async Task<IResult> NamePageAsync(Guid signal, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.NamePageRequest, RequestBytes);
        return NameReasons.All.Contains(asked.Reason) ? await NoteAsync(signal, AuditActions.NamePageOpened, asked.Reason) : Refusal.Malformed;
    }

    /// <summary>A readable copy leaves the desk.</summary>
    public async Task<IResult> ExportAsync(Guid signal, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.ExportRequest, RequestBytes);
        return ExportKinds.All.Contains(asked.As)
            ? await NoteAsync(signal, AuditActions.SignalExported, asked.WithNames ? asked.As + " with-names" : asked.As)
            : Refusal.Malformed;
    }

    private async Task<IResult> NoteAsync(Guid signal, string action, string detail)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (!await db.Envelopes.NotCleared().AnyAsync(row => row.Municipality == current.Municipality && row.Id == signal && row.Kind == EnvelopeKinds.Signal))
        {
            return Refusal.NotFound;
        }

        await audit.AppendAsync(current.Municipality, current.Member.Id, action, $"{signal:D} {detail}");
        await turn.SaveAsync();
        return Results.NoContent();
    }
}
