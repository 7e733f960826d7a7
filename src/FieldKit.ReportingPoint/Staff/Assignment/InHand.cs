using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Staff.Assignment;

/// <summary>
/// Who has a signal in hand: one person, who took it on. Who takes it says from whom, so that of two at once one does, and the other is
/// told to look. It shuts nobody out: a colleague may read, answer and take it over.
/// </summary>
internal sealed class InHand(ReportingPointDb db, WriteGate gate, CurrentStaff current, SignalProgress progresses, AuditLog audit)
{
    private const int RequestBytes = 256;

    public async Task<IResult> TakeAsync(Guid signal, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.TakeRequest, RequestBytes);
        return await ChangeAsync(signal, to: current.Member.Id, has => has == asked.From, AuditActions.SignalTaken);
    }

    public Task<IResult> LetGoAsync(Guid signal) => ChangeAsync(signal, to: null, has => has == current.Member.Id, AuditActions.SignalLetGo);

    /// <param name="expected">Whether who asks knows who has it. What is as asked already needs no change.</param>
    private async Task<IResult> ChangeAsync(Guid signal, Guid? to, Func<Guid?, bool> expected, string action)
    {
        await using var turn = await gate.EnterAsync(db, current.Municipality, CancellationToken.None);
        if (await progresses.DeviceOfAsync(signal) is null)
        {
            return Refusal.NotFound;
        }

        var progress = await progresses.OfAsync(signal);
        if (progress.InHandOf == to)
        {
            return Results.NoContent();
        }

        if (!expected(progress.InHandOf))
        {
            return Refusal.AssignedElsewhere;
        }

        var from = progress.InHandOf is { } before && to is not null ? $" {before:D}" : "";
        progress.InHandOf = to;
        await audit.AppendAsync(current.Municipality, current.Member.Id, action, $"{signal:D}{from}");
        await turn.SaveAsync();
        return Results.NoContent();
    }
}
