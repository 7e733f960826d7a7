using System.Globalization;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

internal sealed class SignIn(ReportingPointDb db, WriteGate gate, SignInTries tries, StaffSessions sessions, AuditLog audit)
{
    private const int RequestBytes = 4096;

    // An unknown name takes as long as a wrong password, so that time does not tell which names exist.
    private static readonly Lazy<string> HashOfNobody = new(() => PasswordHash.Create(Guid.NewGuid().ToString()));

    public async Task<IResult> InAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.SignInRequest, RequestBytes);
        var wait = await tries.WaitAsync(asked.Name, request.HttpContext.RequestAborted);
        if (wait > TimeSpan.Zero)
        {
            request.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refusal.TooMany;
        }

        var key = StaffRow.Key(asked.Name);
        var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(row => row.NameKey == key, request.HttpContext.RequestAborted);
        var isRight = PasswordHash.Matches(member?.PasswordHash ?? HashOfNobody.Value, asked.Password);
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (!isRight || member is null)
        {
            await tries.NoteWrongAsync(asked.Name);
            await audit.AppendAsync(member?.Municipality ?? AuditLog.WholeInstallation, member?.Id ?? AuditLog.Nobody, AuditActions.SignInRefused, "");
            await turn.SaveAsync();
            return Refusal.SignInFailed;
        }

        await tries.ForgetAsync(asked.Name);
        var begun = await sessions.BeginAsync(member);
        await audit.AppendAsync(member.Municipality, member.Id, AuditActions.SignedIn, "");
        await turn.SaveAsync();
        await request.HttpContext.SignInAsync(begun);
        return Results.Json(CurrentStaff.SessionOf(member), ProtocolJson.Default.StaffSession);
    }
}
