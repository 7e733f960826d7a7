using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Passkeys;

/// <summary>The passkeys of who is signed in: listed, added and removed. Nobody sees or removes another's; removing a member removes them all.</summary>
internal sealed class OwnPasskeys(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, PasswordCheck check, IPasskeyHandler<StaffRow> passkeys, PasskeyChallenges challenges, AuditLog audit,
    TimeProvider clock)
{
    public async Task<IResult> ListAsync()
    {
        var own = await Own().AsNoTracking().OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync();
        return Results.Json([.. own.Select(row => new PasskeyItem(row.Id, row.Name, row.AddedAt, row.LastUsedAt))], ProtocolJson.Default.IReadOnlyListPasskeyItem);
    }

    /// <summary>The password is asked here; the challenge stands for it, in the same session and for some minutes.</summary>
    public async Task<IResult> AskAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.PasswordAgain, PasskeyFeature.RequestBytes);
        if (await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } refusal)
        {
            return refusal;
        }

        if (await Own().CountAsync() >= Limits.PasskeysEach)
        {
            return Refusal.PasskeysMany;
        }

        var made = await passkeys.MakeCreationOptionsAsync(
            new() { Id = PasskeyUsers.HandleOf(current.Member), Name = current.Member.Name, DisplayName = current.Member.Name }, request.HttpContext);
        challenges.Give(request.HttpContext, PasskeyChallenges.ToAdd, made.AttestationState!);
        return Results.Json(new PasskeyOptions(made.CreationOptionsJson), ProtocolJson.Default.PasskeyOptions);
    }

    public async Task<IResult> AddAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.NewPasskey, PasskeyFeature.RequestBytes);
        var name = asked.Name.Trim();
        if (!OneLine.IsName(name, Limits.StaffNameShortest, Limits.StaffNameLetters))
        {
            return Refusal.NameInvalid;
        }

        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var state = await challenges.TakeAsync(request.HttpContext, PasskeyChallenges.ToAdd);
        var result = state is null
            ? null
            : await passkeys.PerformAttestationAsync(new() { HttpContext = request.HttpContext, CredentialJson = asked.Credential, AttestationState = state });
        if (result is not { Succeeded: true, Passkey: { } made })
        {
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.KeyActionRefused, Refusal.PasskeyInvalid.Code);
            await turn.SaveAsync();
            return Refusal.PasskeyInvalid;
        }

        if (await Own().CountAsync() >= Limits.PasskeysEach)
        {
            await turn.SaveAsync();
            return Refusal.PasskeysMany;
        }

        var row = RowOf(made, name);
        db.Add(row);
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.PasskeyAdded, row.Id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    /// <summary>Sessions that were begun with it go on: whoever fears somebody else in them signs out everywhere.</summary>
    public async Task<IResult> RemoveAsync(Guid id)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await Own().SingleOrDefaultAsync(row => row.Id == id) is not { } passkey)
        {
            return Refusal.NotFound;
        }

        db.Remove(passkey);
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.PasskeyRemoved, id.ToString("D"));
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private IQueryable<PasskeyRow> Own() => db.Passkeys.Where(row => row.Staff == current.Member.Id);

    private PasskeyRow RowOf(UserPasskeyInfo made, string name) => new()
    {
        Id = Guid.NewGuid(),
        Staff = current.Member.Id,
        CredentialId = made.CredentialId,
        PublicKey = made.PublicKey,
        Name = name,
        SignCount = made.SignCount,
        // Words of the browser's own, which only come back to it.
        Transports = string.Join(' ', (made.Transports ?? []).Take(8).Where(word => word.Length is > 0 and <= 20)),
        IsBackupEligible = made.IsBackupEligible,
        IsBackedUp = made.IsBackedUp,
        AddedAt = clock.GetUtcNow(),
    };
}
