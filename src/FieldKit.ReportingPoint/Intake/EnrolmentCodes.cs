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

    /// <exception cref="InvalidOperationException">The municipality has no key or no content here.</exception>
    public async Task<EnrolmentCode> IssueAsync(string municipality, string organisation, string role, CancellationToken cancellation)
    {
        if (content.Municipality(municipality) is null || await keys.OfAsync(municipality, cancellation) is not { } pinned)
        {
            throw new InvalidOperationException($"'{municipality}' is not set up here: it needs content, and a key from `fieldkit setup`.");
        }

        var code = EnrolmentCode.New(pinned);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await gate.EnterAsync(db, municipality, cancellation);
        var row = new EnrolmentCodeRow
        {
            SecretHash = HashOf(code.Whole),
            Municipality = municipality,
            Organisation = organisation,
            Role = role,
            ExpiresAt = clock.GetUtcNow() + Lifetime,
        };
        db.Add(row);
        await new AuditLog(db, gate, clock).AppendAsync(AuditLog.Nobody, AuditActions.CodeIssued, $"{municipality} {AuditName(row)}");
        await turn.SaveAsync();
        return code;
    }
}
