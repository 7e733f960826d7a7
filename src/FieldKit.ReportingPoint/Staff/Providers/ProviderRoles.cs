using System.Security.Claims;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>
/// Roles from the provider's groups, where its file has a map: of the roles that the map names a member has those of the groups in the ID token, the others stay as an administrator
/// gave them. Wrapped keys stay where they are: a provider gives none and takes none.
/// </summary>
internal sealed class ProviderRoles(ReportingPointDb db, Indispensable indispensable, AuditLog audit)
{
    /// <summary>Within a writer's turn, to be saved also after a refusal.</summary>
    /// <returns>Null when the member may come in; else the code of the refusal.</returns>
    public async Task<string?> SetAsync(ProviderSettings provider, StaffRow member, ClaimsPrincipal token)
    {
        if (provider.Roles is not { } map)
        {
            return null;
        }

        var given = token.FindAll(provider.GroupsClaim!).Where(group => map.ContainsKey(group.Value)).Select(group => map[group.Value]).ToHashSet();
        var roles = StaffRoles.All.Where(role => map.Values.Contains(role) ? given.Contains(role) : member.RoleList.Contains(role)).ToList();
        if (await indispensable.RefusalOfKeepingAsync(member, roles) is not null)
        {
            return Refusals.ProviderRolesLast;
        }

        if (!roles.ToHashSet().SetEquals(member.RoleList))
        {
            member.Roles = string.Join(' ', roles);
            await audit.AppendAsync(provider.Municipality, member.Id, AuditActions.RolesFromGroups, $"{member.Id:D} {member.Roles}".TrimEnd());
        }

        if (given.Count > 0)
        {
            return null;
        }

        await db.StaffSessions.Where(row => row.Staff == member.Id).ExecuteDeleteAsync();
        return Refusals.ProviderNoRole;
    }
}
