using System.Globalization;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>
/// The municipality's key turned over: from here on signals are sealed to a new one. Whoever has the present key makes it in their browser;
/// the present key vouches for it, which is looked at here too. What was sealed before stays readable for who could read it.
/// </summary>
internal sealed class KeySuccession(ReportingPointDb db, WriteGate gate, CurrentStaff current, PasswordCheck check, AuditLog audit, TimeProvider clock)
{
    private const int RequestBytes = 64 * 1024;

    public async Task<IResult> ListAsync()
    {
        var epochs = await StaffKeyrings.EpochsAsync(db, current.Municipality);
        var municipality = await db.Municipalities.AsNoTracking().SingleAsync(row => row.Id == current.Municipality);
        return Results.Json(
            new EpochKeys([.. epochs.Select(row => new EpochItem(row.Number, row.PublicKey, row.MadeAt))], RecoveryOf(municipality)?.PublicKey),
            ProtocolJson.Default.EpochKeys);
    }

    public async Task<IResult> TurnOverAsync(HttpRequest request)
    {
        var asked = await RequestBody.ReadJsonAsync(request, ProtocolJson.Default.SuccessionRequest, RequestBytes);
        if (await check.RefusalOfAsync(asked.Password, request.HttpContext) is { } wrong)
        {
            return wrong;
        }

        // A device enrols, a colleague gets access or goes, and a key is turned over one at a time.
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var epochs = await StaffKeyrings.EpochsAsync(db, current.Municipality);
        var members = await db.Staff.Where(row => row.Municipality == current.Municipality).ToListAsync();
        var municipality = await db.Municipalities.SingleAsync(row => row.Id == current.Municipality);
        if (RefusalOf(asked, epochs, members, RecoveryOf(municipality)) is { } refusal)
        {
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.KeyActionRefused, refusal.Code);
            await turn.SaveAsync();
            return refusal;
        }

        db.Add(new EpochRow { Municipality = current.Municipality, Number = asked.Epoch, PublicKey = asked.PublicKey, Vouched = asked.Vouched, MadeAt = clock.GetUtcNow() });
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.EpochTurnedOver, string.Create(CultureInfo.InvariantCulture, $"{current.Municipality} {asked.Epoch}"));
        foreach (var access in asked.Access)
        {
            var member = members.Single(row => row.Id == access.Member);
            var keyring = StaffKeyrings.Of(member);
            StaffKeyrings.Put(member, keyring with { Epochs = [.. keyring.Epochs, access.Key] });
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.AccessGiven, string.Create(CultureInfo.InvariantCulture, $"{member.Id:D} {asked.Epoch}"));
        }

        if (RecoveryOf(municipality) is { } recovery)
        {
            municipality.Recovery = JsonSerializer.SerializeToUtf8Bytes(
                recovery with { Epochs = [.. recovery.Epochs, asked.Recovery!.Key] }, ProtocolJson.Default.RecoveryKeyring);
        }

        await WithdrawCodesAsync();
        await turn.SaveAsync();
        return Results.NoContent();
    }

    private static RecoveryKeyring? RecoveryOf(MunicipalityRow municipality) =>
        municipality.Recovery is { } json ? JsonSerializer.Deserialize(json, ProtocolJson.Default.RecoveryKeyring) : null;

    /// <summary>A code tells the fingerprint of the keys that it was made for: a device refuses any others.</summary>
    private async Task WithdrawCodesAsync()
    {
        var now = clock.GetUtcNow();
        foreach (var code in await EnrolmentCodes.Outstanding(db, current.Municipality, now).ToListAsync())
        {
            code.WithdrawnAt = now;
            await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.CodeWithdrawn, $"{current.Municipality} {EnrolmentCodes.AuditName(code)}");
        }
    }

    private Refusal? RefusalOf(SuccessionRequest asked, List<EpochRow> epochs, List<StaffRow> members, RecoveryKeyring? recovery)
    {
        // Read within this turn: who asks may have been given or lost access since the request came in.
        if (members.Find(row => row.Id == current.Member.Id) is not { } self || !StaffKeyrings.IsHolder(self, epochs))
        {
            return Refusal.NotAllowed;
        }

        if (asked.Epoch != epochs[^1].Number + 1 || (recovery is null) != (asked.Recovery is null))
        {
            return Refusal.KeyMoved;
        }

        if (!PublicPoint.IsValid(asked.PublicKey)
            || epochs.Exists(epoch => epoch.PublicKey.AsSpan().SequenceEqual(asked.PublicKey))
            || !SigningKey.Verify(epochs[^1].PublicKey, NextEpoch.Statement(current.Municipality, asked.Epoch, epochs[^1].PublicKey, asked.PublicKey), asked.Vouched)
            || !asked.Access.Any(access => access.Member == self.Id)
            || asked.Access.DistinctBy(access => access.Member).Count() != asked.Access.Count
            || !asked.Access.All(access => IsWrap(access.Key, asked))
            || (asked.Recovery is { } kept && !IsWrap(kept.Key, asked)))
        {
            return Refusal.KeyInvalid;
        }

        // The others get it afterwards, with all that came before: nobody has a later key without the earlier ones.
        var isOfPresentKeys = asked.Access.All(access => members.Exists(row =>
            row.Id == access.Member && StaffKeyrings.IsHolder(row, epochs) && StaffKeyrings.Of(row).Own.PublicKey.AsSpan().SequenceEqual(access.PublicKey)));
        return isOfPresentKeys && (recovery is null || recovery.PublicKey.AsSpan().SequenceEqual(asked.Recovery!.PublicKey)) ? null : Refusal.KeyMoved;
    }

    private static bool IsWrap(WrappedEpochKey wrap, SuccessionRequest asked) =>
        wrap.Epoch == asked.Epoch && wrap.ByEpoch && wrap.PublicKey.AsSpan().SequenceEqual(asked.PublicKey) && OwnKeyRules.IsSealed(wrap.Sealed);
}
