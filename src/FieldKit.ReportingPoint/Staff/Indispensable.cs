using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Somebody always administers a municipality, and somebody always opens its signals.</summary>
internal sealed class Indispensable(ReportingPointDb db)
{
    /// <param name="kept">The roles that are left to the member; none for who goes.</param>
    /// <returns>Null when others can do what is lost.</returns>
    public async Task<Refusal?> RefusalOfKeepingAsync(StaffRow member, IReadOnlyList<string> kept)
    {
        if (member.RoleList.Contains(StaffRoles.Administrator) && !kept.Contains(StaffRoles.Administrator)
            && !(await StaffKeyrings.OthersAsync(db, member)).Exists(row => row.RoleList.Contains(StaffRoles.Administrator)))
        {
            return Refusal.LastAdministrator;
        }

        return !StaffKeyrings.IsReader(kept) && await StaffKeyrings.IsLastHolderAsync(db, member) ? Refusal.LastHolder : null;
    }
}
