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

    public static bool IsReader(IReadOnlyList<string> roles) => roles.Any(StaffRoles.Readers.Contains);
}
