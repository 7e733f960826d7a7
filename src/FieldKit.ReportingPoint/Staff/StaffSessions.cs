using System.Security.Claims;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Sessions as the reporting point knows them. Signing out ends a session also for whoever has copied its cookie.</summary>
internal sealed class StaffSessions(ReportingPointDb db, WriteGate gate, CurrentStaff current, AuditLog audit, TimeProvider clock)
{
    private const string SessionClaim = "session";

    /// <summary>Within a writer's turn; the cookie goes out when that was saved.</summary>
    public async Task<ClaimsPrincipal> BeginAsync(StaffRow member)
    {
        var now = clock.GetUtcNow();
        await db.StaffSessions.Where(row => row.BeganAt < now - DeskCookie.Lifetime).ExecuteDeleteAsync();
        var session = new StaffSessionRow { Id = Guid.NewGuid(), Staff = member.Id, BeganAt = now };
        db.Add(session);
        return new(new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, member.Id.ToString("D")), new(SessionClaim, session.Id.ToString("D"))],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    /// <summary>The session of this cookie, if it has one; without any it is done all the same.</summary>
    public async Task<IResult> EndAsync(HttpContext context)
    {
        if (IdOf(context.User) is { } session)
        {
            await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
            await db.StaffSessions.Where(row => row.Id == session).ExecuteDeleteAsync();
            await turn.SaveAsync();
        }

        await context.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>Every session of who asks, on whatever machine.</summary>
    public async Task<IResult> EndAllAsync(HttpContext context)
    {
        await using (var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None))
        {
            await db.StaffSessions.Where(row => row.Staff == current.Member.Id).ExecuteDeleteAsync();
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.SignedOutEverywhere, "");
            await turn.SaveAsync();
        }

        await context.SignOutAsync();
        return Results.NoContent();
    }

    /// <summary>Whose session this is, while it lasts.</summary>
    public static IQueryable<StaffRow> MemberOf(ReportingPointDb db, Guid session) =>
        db.Staff.AsNoTracking().Where(row => db.StaffSessions.Any(begun => begun.Id == session && begun.Staff == row.Id));

    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var id) ? id : null;
}
