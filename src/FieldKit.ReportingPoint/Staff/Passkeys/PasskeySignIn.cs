using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Passkeys;

/// <summary>
/// Signing in with a passkey, without a name: the device says whose it is. Every failure is refused alike, so that nothing tells which members or passkeys
/// exist. A failure does not count against a name: there is nothing to guess, and whoever knows a member's number could lock that member out.
/// </summary>
internal sealed class PasskeySignIn(
    ReportingPointDb db, WriteGate gate, IPasskeyHandler<StaffRow> passkeys, PasskeyChallenges challenges, SignInTries tries, StaffSessions sessions, AuditLog audit,
    TimeProvider clock)
{
    /// <summary>For nobody in particular: the device shows the passkeys that it has for this host.</summary>
    public async Task<IResult> AskAsync(HttpContext context)
    {
        var asked = await passkeys.MakeRequestOptionsAsync(null, context);
        challenges.Give(context, PasskeyChallenges.ToSignIn, asked.AssertionState!);
        return Results.Json(new PasskeyOptions(asked.RequestOptionsJson), ProtocolJson.Default.PasskeyOptions);
    }

    public async Task<IResult> InAsync(HttpRequest request)
    {
        var answer = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.PasskeyAnswer, PasskeyFeature.RequestBytes);
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await MemberAsync(request.HttpContext, answer) is not var (member, passkey))
        {
            await audit.AppendAsync(AuditLog.WholeInstallation, AuditLog.Nobody, AuditActions.SignInRefused, "");
            await turn.SaveAsync();
            return Refusal.PasskeyRefused;
        }

        // A name that was guessed at waits, by whichever way its owner comes.
        var wait = await tries.WaitAsync(member.Name, request.HttpContext.RequestAborted);
        if (wait > TimeSpan.Zero)
        {
            await turn.SaveAsync();
            return new RetryLater(wait);
        }

        passkey.LastUsedAt = clock.GetUtcNow();
        await tries.ForgetAsync(member.Name);
        var begun = await sessions.BeginAsync(member);
        await audit.AppendAsync(member.Municipality, member.Id, AuditActions.SignedInWithPasskey, passkey.Id.ToString("D"));
        await turn.SaveAsync();
        await request.HttpContext.SignInAsync(begun);
        return Results.Json(CurrentStaff.SessionOf(member), ProtocolJson.Default.StaffSession);
    }

    /// <returns>Null when the answer is not of a passkey that is kept here, to the challenge that this browser was given.</returns>
    private async Task<(StaffRow Member, PasskeyRow Passkey)?> MemberAsync(HttpContext context, PasskeyAnswer answer)
    {
        if (await challenges.TakeAsync(context, PasskeyChallenges.ToSignIn) is not { } state)
        {
            return null;
        }

        var result = await passkeys.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = answer.Credential, AssertionState = state });
        if (result is not { Succeeded: true, User: { } member, Passkey: { } used })
        {
            return null;
        }

        var row = await db.Passkeys.SingleAsync(row => row.CredentialId == used.CredentialId);
        (row.SignCount, row.IsBackedUp) = (used.SignCount, used.IsBackedUp);
        return (member, row);
    }
}
