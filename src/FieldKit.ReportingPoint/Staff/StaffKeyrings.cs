using System.Text.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Who of a municipality has which epoch keys, wrapped.</summary>
internal static class StaffKeyrings
{
    public static StaffKeyring Of(StaffRow member) => JsonSerializer.Deserialize(member.Keyring, ProtocolJson.Default.StaffKeyring)!;

    public static void Put(StaffRow member, StaffKeyring keyring) =>
        member.Keyring = JsonSerializer.SerializeToUtf8Bytes(keyring, ProtocolJson.Default.StaffKeyring);

    /// <returns>By number.</returns>
    public static Task<List<EpochRow>> EpochsAsync(ReportingPointDb db, string municipality) =>
        db.Epochs.AsNoTracking().Where(row => row.Municipality == municipality).OrderBy(row => row.Number).ToListAsync();

    /// <summary>Opens signals: is a reader, and every epoch key is wrapped for them.</summary>
    public static bool IsHolder(StaffRow member, IReadOnlyList<EpochRow> epochs)
    {
        var held = Of(member).Epochs;
        return IsReader(member.RoleList) && epochs.All(epoch => held.Any(wrapped => wrapped.Epoch == epoch.Number && wrapped.PublicKey.AsSpan().SequenceEqual(epoch.PublicKey)));
    }

    /// <summary>Beginning again takes the wraps away: somebody, or the recovery key, must be able to make new ones.</summary>
    public static async Task<bool> MayBeginAgainAsync(ReportingPointDb db, StaffRow member) =>
        await db.Municipalities.AnyAsync(row => row.Id == member.Municipality && row.Recovery != null) || !await IsLastHolderAsync(db, member);

    public static async Task<bool> IsLastHolderAsync(ReportingPointDb db, StaffRow member)
    {
        var epochs = await EpochsAsync(db, member.Municipality);
        return IsHolder(member, epochs) && !(await OthersAsync(db, member)).Exists(row => IsHolder(row, epochs));
    }

    /// <returns>The member's colleagues.</returns>
    public static Task<List<StaffRow>> OthersAsync(ReportingPointDb db, StaffRow member) =>
        db.Staff.AsNoTracking().Where(row => row.Municipality == member.Municipality && row.Id != member.Id).ToListAsync();

    public static bool IsReader(IReadOnlyList<string> roles) => roles.Any(StaffRoles.Readers.Contains);
}
