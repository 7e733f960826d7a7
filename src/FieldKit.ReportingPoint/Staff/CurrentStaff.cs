using System.Security.Claims;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Who asks. Read anew for each request: a role that was taken away is gone at once, not at the next sign-in.</summary>
internal sealed class CurrentStaff(ReportingPointDb db)
{
    private StaffRow? member;

    /// <summary>Only behind <see cref="Require"/>.</summary>
    public StaffRow Member => member ?? throw new InvalidOperationException("This endpoint does not require a session.");

    public string Municipality => Member.Municipality;

    public StaffSession Session => SessionOf(Member);

    public static StaffSession SessionOf(StaffRow member) => new(member.Id, member.Name, member.Municipality, member.RoleList);

    /// <param name="roles">One of these; none for anybody signed in.</param>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Require(IReadOnlyList<string>? roles = null) =>
        async (call, next) =>
        {
            var current = call.HttpContext.RequestServices.GetRequiredService<CurrentStaff>();
            if (!await current.FindAsync(call.HttpContext))
            {
                return Refusal.NotSignedIn;
            }

            return roles is null || current.Member.RoleList.Any(roles.Contains) ? await next(call) : Refusal.NotAllowed;
        };

    private async Task<bool> FindAsync(HttpContext context)
    {
        if (StaffSessions.IdOf(context.User) is { } session)
        {
            member = await StaffSessions.MemberOf(db, session).SingleOrDefaultAsync(context.RequestAborted);
        }

        return member is not null;
    }
}
