using System.Security.Claims;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>
/// A browser that comes back with an ID token of the municipality's provider: it signs in who linked that account, or links it. An account is known by municipality, issuer and
/// subject together. A refusal makes no name wait: there is nothing to guess (docs/decisions/0018, 0020).
/// </summary>
internal sealed class ProviderReturn(
    ReportingPointDb db, WriteGate gate, ProviderChallenges challenges, ProviderRoles roles, SignInTries tries, StaffSessions sessions, AuditLog audit, TimeProvider clock)
{
    private const string Issuer = "iss";
    private const string Subject = "sub";

    /// <returns>Null for signed in; else <see cref="ProviderFeature.Linked"/> or the code of the refusal.</returns>
    public async Task<string?> TakeAsync(HttpContext context, ProviderSettings provider, ClaimsPrincipal token, AuthenticationProperties properties)
    {
        ClaimsPrincipal? begun = null;
        await using (var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None))
        {
            var outcome = Refusals.ProviderRefused;
            if (await challenges.TakeAsync(properties) && AccountOf(token) is { } account)
            {
                if (ProviderChallenges.SessionOf(properties) is { } session)
                {
                    outcome = await LinkAsync(provider, account, session);
                }
                else
                {
                    (outcome, begun) = await SignInAsync(provider, account, token, context.RequestAborted);
                }
            }
            else
            {
                await NoteRefusalAsync(provider, AuditLog.Nobody, outcome);
            }

            await turn.SaveAsync();
            if (begun is null)
            {
                return outcome;
            }
        }

        await context.SignInAsync(begun);
        return null;
    }

    /// <summary>Of what did not come as far as an ID token.</summary>
    public async Task RefuseAsync(ProviderSettings provider, string code)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        await NoteRefusalAsync(provider, AuditLog.Nobody, code);
        await turn.SaveAsync();
    }

    private async Task<string> LinkAsync(ProviderSettings provider, byte[] account, Guid session)
    {
        // The browser does not send the session's cookie on its way back from another site; the protected state names it.
        if (await StaffSessions.MemberOf(db, session).SingleOrDefaultAsync() is not { } member || member.Municipality != provider.Municipality)
        {
            await NoteRefusalAsync(provider, AuditLog.Nobody, Refusals.ProviderRefused);
            return Refusals.ProviderRefused;
        }

        if (await db.ProviderAccounts.AnyAsync(row => row.Municipality == provider.Municipality && row.Account == account && row.Staff != member.Id))
        {
            await NoteRefusalAsync(provider, member.Id, Refusals.ProviderAccountTaken);
            return Refusals.ProviderAccountTaken;
        }

        await db.ProviderAccounts.Where(row => row.Municipality == provider.Municipality && row.Staff == member.Id).ExecuteDeleteAsync();
        db.Add(new ProviderAccountRow { Staff = member.Id, Municipality = provider.Municipality, Account = account, LinkedAt = clock.GetUtcNow() });
        await audit.AppendAsync(provider.Municipality, member.Id, AuditActions.ProviderLinked, member.Id.ToString("D"));
        return ProviderFeature.Linked;
    }

    private async Task<(string Outcome, ClaimsPrincipal? Begun)> SignInAsync(ProviderSettings provider, byte[] account, ClaimsPrincipal token, CancellationToken cancellation)
    {
        var linked = await db.ProviderAccounts.SingleOrDefaultAsync(row => row.Municipality == provider.Municipality && row.Account == account, cancellation);
        var member = linked is null ? null : await db.Staff.SingleOrDefaultAsync(row => row.Id == linked.Staff && row.Municipality == provider.Municipality, cancellation);
        if (member is null)
        {
            await NoteRefusalAsync(provider, AuditLog.Nobody, Refusals.ProviderNotLinked);
            return (Refusals.ProviderNotLinked, null);
        }

        // A name that was guessed at waits, by whichever way its owner comes.
        if (await tries.WaitAsync(member.Name, cancellation) > TimeSpan.Zero)
        {
            return (Refusals.TooMany, null);
        }

        if (await roles.SetAsync(provider, member, token) is { } refusal)
        {
            await NoteRefusalAsync(provider, member.Id, refusal);
            return (refusal, null);
        }

        linked!.LastUsedAt = clock.GetUtcNow();
        await tries.ForgetAsync(member.Name);
        var begun = await sessions.BeginAsync(member);
        await audit.AppendAsync(provider.Municipality, member.Id, AuditActions.SignedInWithProvider, "");
        return ("", begun);
    }

    private static byte[]? AccountOf(ClaimsPrincipal token) =>
        token.FindFirstValue(Issuer) is { Length: > 0 } issuer && token.FindFirstValue(Subject) is { Length: > 0 } subject ? ProviderAccountRow.AccountOf(issuer, subject) : null;

    private Task NoteRefusalAsync(ProviderSettings provider, Guid actor, string code) =>
        audit.AppendAsync(provider.Municipality, actor, AuditActions.ProviderRefused, $"{provider.Municipality} {code}");
}
