using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Retention;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// Notes who opens the page with names of a signal, and why. The names are in the sealed signal, which the desk has by then: this is a
/// moment to think and something to answer for, not a lock.
/// </summary>
internal sealed class NamePages(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit)
{
    private const int RequestBytes = 256;

    public async Task<IResult> OpenAsync(Guid signal, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.NamePageRequest, RequestBytes);
        if (!NameReasons.All.Contains(asked.Reason))
        {
            return Refusal.Malformed;
        }

        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (!await db.Envelopes.NotCleared().AnyAsync(row => row.Municipality == current.Municipality && row.Id == signal && row.Kind == EnvelopeKinds.Signal))
        {
            return Refusal.NotFound;
        }

        await audit.AppendAsync(current.Member.Id, AuditActions.NamePageOpened, $"{signal:D} {asked.Reason}");
        await turn.SaveAsync();
        return Results.NoContent();
    }
}
