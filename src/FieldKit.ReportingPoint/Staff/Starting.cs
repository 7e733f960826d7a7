using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Somebody with a start code begins, or begins again: a password, and an own key that was made and wrapped in the browser.</summary>
internal sealed class Starting(ReportingPointDb db, WriteGate gate, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = 8192;

    public async Task<IResult> OfferAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.StartCode, RequestBytes);
        return await FindAsync(asked.Code) is { } start
            ? Results.Json(
                new StartOffer(start.Staff, start.Municipality, start.Name, start.RoleList, await db.Staff.AnyAsync(row => row.Id == start.Staff)),
                ProtocolJson.Default.StartOffer)
            : Refusal.StartCodeUnknown;
    }

    public async Task<IResult> BeginAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.StartRequest, RequestBytes);
        if (RefusalOf(asked) is { } refusal)
        {
            return refusal;
        }

        if (await FindAsync(asked.Code) is null)
        {
            return Refusal.StartCodeUnknown;
        }

        // Slow on purpose: not while others wait for their turn.
        var hash = PasswordHash.Create(asked.Password);
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        if (await FindAsync(asked.Code) is not { } start)
        {
            return Refusal.StartCodeUnknown;
        }

        var key = StaffRow.Key(asked.Name);
        var member = await db.Staff.SingleOrDefaultAsync(row => row.Id == start.Staff);
        if (member is null && await db.Staff.AnyAsync(row => row.NameKey == key))
        {
            return Refusal.NameTaken;
        }

        await audit.AppendAsync(start.Municipality, start.Staff, member is null ? AuditActions.StaffAdded : AuditActions.StaffBeganAgain, start.Staff.ToString("D"));
        if (member is null)
        {
            member = new() { Id = start.Staff, Name = asked.Name.Trim(), NameKey = key, Municipality = start.Municipality, PasswordHash = hash, Roles = start.Roles, Keyring = [] };
            db.Add(member);
        }

        // The former key's wraps go with it; whoever still knows its passphrase, has a passkey or a linked account, or is signed in with the former password, is out.
        member.PasswordHash = hash;
        StaffKeyrings.Put(member, new(asked.Own, []));
        db.Remove(start);
        await db.StaffSessions.Where(row => row.Staff == start.Staff).ExecuteDeleteAsync();
        await db.Passkeys.Where(row => row.Staff == start.Staff).ExecuteDeleteAsync();
        await db.ProviderAccounts.Where(row => row.Municipality == start.Municipality && row.Staff == start.Staff).ExecuteDeleteAsync();
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private static Refusal? RefusalOf(StartRequest asked) =>
        !OneLine.IsName(asked.Name.Trim(), Limits.StaffNameShortest, Limits.StaffNameLetters) ? Refusal.NameInvalid
        : asked.Password.Length < Limits.PasswordShortest ? Refusal.PasswordShort
        : !OwnKeyRules.IsSound(asked.Own) ? Refusal.KeyInvalid
        : null;

    private Task<StaffStartRow?> FindAsync(string code)
    {
        var (hash, now) = (StartCodes.HashOf(code), clock.GetUtcNow());
        return db.StaffStarts.SingleOrDefaultAsync(row => row.SecretHash == hash && row.ExpiresAt > now);
    }
}
