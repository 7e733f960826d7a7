using System.Security.Cryptography;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Identity;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Hands out one-time codes.</summary>
internal sealed class EnrolmentCodes(
    IDbContextFactory<ReportingPointDb> databases, WriteGate gate, PublicKeys keys, PublishedContent content, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    /// <summary>What the audit log calls a code: the first 48 bits of its hash, of no use for guessing one of 60 bits.</summary>
    public static string AuditName(EnrolmentCodeRow code) => Convert.ToHexStringLower(code.SecretHash.AsSpan(0, 6));

    /// <summary>One code that nobody at the desk asked for: the demo's.</summary>
    /// <exception cref="InvalidOperationException">The municipality has no key or no content here.</exception>
    public async Task<EnrolmentCode> IssueAsync(string municipality, string organisation, string role, CancellationToken cancellation) =>
        (await IssueAsync(AuditLog.Nobody, municipality, new(organisation, role, 1), cancellation))!.Single().Code;

    /// <returns>The codes, each with its row; null when more would be outstanding than <see cref="Limits.OutstandingCodes"/>.</returns>
    /// <exception cref="InvalidOperationException">The municipality has no key or no content here.</exception>
    public async Task<IReadOnlyList<(EnrolmentCode Code, EnrolmentCodeRow Row)>?> IssueAsync(
        Guid actor, string municipality, CodesRequest asked, CancellationToken cancellation)
    {
        if (content.Municipality(municipality) is null || await keys.OfAsync(municipality, cancellation) is not { } pinned)
        {
            throw new InvalidOperationException($"'{municipality}' is not set up here: it needs content, and a key from `fieldkit setup`.");
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        var now = clock.GetUtcNow();
        if (await Outstanding(db, municipality, now).CountAsync(cancellation) + asked.Count > Limits.OutstandingCodes)
        {
            return null;
        }

        var issued = Enumerable.Range(0, asked.Count).Select(_ => EnrolmentCode.New(pinned)).Select(code => (code, Row: RowOf(code, municipality, asked, now))).ToList();
        var audit = new AuditLog(db, gate, clock);
        foreach (var (_, row) in issued)
        {
            db.Add(row);
            await audit.AppendAsync(municipality, actor, AuditActions.CodeIssued, $"{municipality} {AuditName(row)}");
        }

        await turn.SaveAsync();
        return issued;
    }

    /// <summary>Codes that would still let a device in.</summary>
    public static IQueryable<EnrolmentCodeRow> Outstanding(ReportingPointDb db, string municipality, DateTimeOffset now) =>
        db.EnrolmentCodes.Where(row => row.Municipality == municipality && row.UsedBy == null && row.WithdrawnAt == null && row.ExpiresAt > now);

    private static EnrolmentCodeRow RowOf(EnrolmentCode code, string municipality, CodesRequest asked, DateTimeOffset now) => new()
    {
        SecretHash = HashOf(code.Whole),
        Municipality = municipality,
        Organisation = asked.Organisation,
        Role = asked.Role,
        ExpiresAt = now + Lifetime,
    };
}
