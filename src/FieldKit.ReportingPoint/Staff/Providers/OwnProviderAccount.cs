using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>The provider's account of who is signed in: seen, linked after the password again, and unlinked. Nobody sees or changes another's.</summary>
internal sealed class OwnProviderAccount(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, PasswordCheck check, ProviderChallenges challenges, IReadOnlyList<ProviderSettings> providers, AuditLog audit)
{
    private const int RequestBytes = 4096;

    public async Task<IResult> ShowAsync()
    {
        if (Provider is null)
        {
            return Refusal.NotFound;
        }

        var linked = await Own().AsNoTracking().SingleOrDefaultAsync();
        return Results.Json(new ProviderAccount(linked?.LinkedAt, linked?.LastUsedAt), ProtocolJson.Default.ProviderAccount);
    }

    /// <summary>The password is asked here; the way to the provider and back stands for it, in the same session and for some minutes.</summary>
    public async Task<IResult> LinkAsync(HttpRequest request)
    {
        if (Provider is not { } provider)
        {
            return Refusal.NotFound;
        }

        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.PasswordAgain, RequestBytes);
        return await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } refusal
            ? refusal
            : await challenges.AskAsync(request.HttpContext, provider, StaffSessions.IdOf(request.HttpContext.User));
    }

    /// <summary>Sessions that were begun with it go on: whoever fears somebody else in them signs out everywhere.</summary>
    public async Task<IResult> UnlinkAsync()
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await Own().ExecuteDeleteAsync() == 0)
        {
            return Refusal.NotFound;
        }

        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.ProviderUnlinked, current.Member.Id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private IQueryable<ProviderAccountRow> Own() => db.ProviderAccounts.Where(row => row.Municipality == current.Municipality && row.Staff == current.Member.Id);

    private ProviderSettings? Provider => providers.FirstOrDefault(provider => provider.Municipality == current.Municipality);
}
