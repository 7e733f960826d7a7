using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>The staff of one municipality: asked to begin, listed, asked to begin again, and removed. Another municipality's are not found.</summary>
internal sealed class Members(ReportingPointDb db, WriteGate gate, CurrentStaff current, PasswordCheck check, StartCodes codes, Indispensable indispensable, AuditLog audit)
{
    private const int RequestBytes = 4096;

    public async Task<IResult> ListAsync()
    {
        var epochs = await StaffKeyrings.EpochsAsync(db, current.Municipality);
        var members = await db.Staff.AsNoTracking().Where(row => row.Municipality == current.Municipality).OrderBy(row => row.NameKey).ToListAsync();
        var linked = await db.ProviderAccounts.Where(row => row.Municipality == current.Municipality).Select(row => row.Staff).ToListAsync();
        var starts = await codes.Outstanding(current.Municipality).AsNoTracking().OrderBy(row => row.ExpiresAt).ToListAsync();
        return Results.Json(
            new StaffMembers(
                [.. epochs.Select(epoch => epoch.Number)],
                [.. members.Select(member => ItemOf(member, linked.Contains(member.Id)))],
                [.. starts.Select(row => new OutstandingStart(StartCodes.AuditName(row), row.Name, row.RoleList, members.Exists(member => member.Id == row.Staff), row.ExpiresAt))]),
            ProtocolJson.Default.StaffMembers);
    }

    /// <summary>The only answer that ever holds the code.</summary>
    public async Task<IResult> InviteAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.StaffStartRequest, RequestBytes);
        var (name, roles) = (asked.Name.Trim(), StaffRoles.All.Where(asked.Roles.Contains).ToList());
        if (!OneLine.IsName(name, Limits.StaffNameShortest, Limits.StaffNameLetters))
        {
            return Refusal.NameInvalid;
        }

        if (roles.Count == 0 || roles.Count != asked.Roles.Count)
        {
            return Refusal.RoleUnknown;
        }

        return await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } refusal
            ? refusal
            : await IssueAsync(Guid.NewGuid(), name, roles);
    }

    /// <summary>For who lost the password or the passphrase. What they have stays until the code is used.</summary>
    public async Task<IResult> BeginAgainAsync(Guid id, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.PasswordAgain, RequestBytes);
        if (await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(id) is not { } member)
        {
            return Refusal.NotFound;
        }

        return await StaffKeyrings.MayBeginAgainAsync(db, member)
            ? await IssueAsync(member.Id, member.Name, member.RoleList)
            : Refusal.LastHolder;
    }

    /// <summary>One that was used, has expired or was taken back before is not found.</summary>
    public async Task<IResult> WithdrawAsync(string name)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var outstanding = await codes.Outstanding(current.Municipality).ToListAsync();
        if (outstanding.Find(row => StartCodes.AuditName(row) == name) is not { } start)
        {
            return Refusal.NotFound;
        }

        db.Remove(start);
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.StartWithdrawn, $"{start.Staff:D} {name}");
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <summary>At once: the next request of a session that was open is refused.</summary>
    public async Task<IResult> RemoveAsync(Guid id, HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.PasswordAgain, RequestBytes);
        if (await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } refusal)
        {
            return refusal;
        }

        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await FindAsync(id) is not { } member)
        {
            return Refusal.NotFound;
        }

        if (await indispensable.RefusalOfKeepingAsync(member, []) is { } last)
        {
            return last;
        }

        db.Remove(member);
        await db.StaffSessions.Where(row => row.Staff == id).ExecuteDeleteAsync();
        await db.StaffStarts.Where(row => row.Staff == id).ExecuteDeleteAsync();
        await db.Passkeys.Where(row => row.Staff == id).ExecuteDeleteAsync();
        await db.ProviderAccounts.Where(row => row.Municipality == member.Municipality && row.Staff == id).ExecuteDeleteAsync();
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.StaffRemoved, id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <summary>On whatever machine; what the member signs in with stays.</summary>
    public async Task<IResult> SignOutAsync(Guid id)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await FindAsync(id) is null)
        {
            return Refusal.NotFound;
        }

        await db.StaffSessions.Where(row => row.Staff == id).ExecuteDeleteAsync();
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.StaffSignedOut, id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private static StaffItem ItemOf(StaffRow row, bool hasProviderAccount)
    {
        var keyring = StaffKeyrings.Of(row);
        return new(row.Id, row.Name, row.RoleList, keyring.Own.PublicKey, [.. keyring.Epochs.Select(wrapped => wrapped.Epoch)], hasProviderAccount);
    }

    private Task<StaffRow?> FindAsync(Guid id) => db.Staff.SingleOrDefaultAsync(row => row.Id == id && row.Municipality == current.Municipality);

    private async Task<IResult> IssueAsync(Guid staff, string name, IReadOnlyList<string> roles) =>
        await codes.IssueAsync(current.Member.Id, current.Municipality, staff, name, roles) is { } issued ? Results.Json(issued, ProtocolJson.Default.IssuedStart) : Refusal.CodesOutstanding;
}
