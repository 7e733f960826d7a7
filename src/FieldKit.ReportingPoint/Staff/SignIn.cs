using System.Security.Claims;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

internal sealed class SignIn(ReportingPointDb db, WriteGate gate, AuditLog audit)
{
    private const int RequestBytes = 4096;

    // An unknown name takes as long as a wrong password, so that time does not tell which names exist.
    private static readonly Lazy<string> HashOfNobody = new(() => PasswordHash.Create(Guid.NewGuid().ToString()));

    public async Task<IResult> InAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.SignInRequest, RequestBytes);
        var key = StaffRow.Key(asked.Name);
        var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(row => row.NameKey == key, request.HttpContext.RequestAborted);
        if (!PasswordHash.Matches(member?.PasswordHash ?? HashOfNobody.Value, asked.Password) || member is null)
        {
            await LogAsync(member, AuditActions.SignInRefused);
            return Refusal.SignInFailed;
        }

        await LogAsync(member, AuditActions.SignedIn);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, member.Id.ToString("D"))], CookieAuthenticationDefaults.AuthenticationScheme);
        await request.HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return Results.Json(CurrentStaff.SessionOf(member), ProtocolJson.Default.StaffSession);
    }

    private async Task LogAsync(StaffRow? member, string action)
    {
        using var turn = await gate.EnterAsync(CancellationToken.None);
        await audit.AppendAsync(member?.Id ?? Guid.Empty, action, "");
        await db.SaveChangesAsync();
    }

    public static async Task<IResult> OutAsync(HttpContext context)
    {
        await context.SignOutAsync();
        return Results.NoContent();
    }
}
