using System.Security.Cryptography;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Identity;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>One-time codes with which staff begin at the desk.</summary>
internal sealed class StartCodes(ReportingPointDb db, WriteGate gate, PublicKeys keys, AuditLog audit, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);
    private const int Most = 50;

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    /// <summary>What the audit log calls a code: the first 48 bits of its hash.</summary>
    public static string AuditName(StaffStartRow start) => Convert.ToHexStringLower(start.SecretHash.AsSpan(0, 6));

    public IQueryable<StaffStartRow> Outstanding(string municipality)
    {
        var now = clock.GetUtcNow();
        return db.StaffStarts.Where(row => row.Municipality == municipality && row.ExpiresAt > now);
    }

    /// <summary>A former code for the same member no longer holds.</summary>
    /// <param name="by">Id of the member who makes it.</param>
    /// <returns>Null when too many are outstanding.</returns>
    public async Task<IssuedStart?> IssueAsync(Guid by, string municipality, Guid staff, string name, IReadOnlyList<string> roles)
    {
        var pinned = await keys.OfAsync(municipality, CancellationToken.None) ?? throw WriteGate.NotSetUp(municipality);
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        var now = clock.GetUtcNow();
        await db.StaffStarts.Where(row => row.ExpiresAt <= now || row.Staff == staff).ExecuteDeleteAsync();
        if (await Outstanding(municipality).CountAsync() >= Most)
        {
            return null;
        }

        var code = EnrolmentCode.New(pinned);
        var row = new StaffStartRow
        {
            SecretHash = HashOf(code.Whole),
            Municipality = municipality,
            Staff = staff,
            Name = name,
            Roles = string.Join(' ', roles),
            ExpiresAt = now + Lifetime,
        };
        db.Add(row);
        await audit.AppendAsync(municipality, by, AuditActions.StartIssued, $"{staff:D} {AuditName(row)}");
        await turn.SaveAsync();
        return new(AuditName(row), name, code.ToString(), row.ExpiresAt);
    }
}
