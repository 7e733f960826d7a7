using System.Globalization;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Asks for the password again: a session that somebody else got hold of lets nobody in or out.</summary>
internal sealed class PasswordCheck(ReportingPointDb db, WriteGate gate, CurrentStaff current, SignInTries tries, AuditLog audit)
{
    /// <returns>Null when it is right. Wrong tries count with those at signing in.</returns>
    public async Task<Refusal?> RefusalOfAsync(string password, HttpContext context)
    {
        var wait = await tries.WaitAsync(current.Member.Name, context.RequestAborted);
        if (wait > TimeSpan.Zero)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Refusal.TooMany;
        }

        if (PasswordHash.Matches(current.Member.PasswordHash, password))
        {
            return null;
        }

        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        await tries.NoteWrongAsync(current.Member.Name);
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.KeyActionRefused, Refusal.PasswordWrong.Code);
        await turn.SaveAsync();
        return Refusal.PasswordWrong;
    }
}
