using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>What is done with the log is in the log.</summary>
internal sealed class AuditNotes(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit)
{
    private const int RequestBytes = 1024;

    public async Task<IResult> ExportAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.AuditExportRequest, RequestBytes);
        if (!AuditExportKinds.All.Contains(asked.Kind))
        {
            return Refusal.Malformed;
        }

        await NoteAsync(AuditActions.LogExported, asked.Kind);
        return Results.NoContent();
    }

    public async Task NoteAsync(string action, string subject)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        await audit.AppendAsync(current.Municipality, current.Member.Id, action, subject);
        await turn.SaveAsync();
    }
}
