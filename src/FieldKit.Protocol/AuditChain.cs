using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>How entries hang together (docs/protocol.md, "Audit log").</summary>
public static class AuditChain
{
    /// <param name="at">Kept as exact as it is stored, or the hash would not hold for what is read back.</param>
    /// <param name="municipality">Empty for what belongs to the installation as a whole.</param>
    public static AuditEntry Next(AuditEntry? last, DateTimeOffset at, string municipality, Guid actor, string action, string subject)
    {
        var entry = new AuditEntry(
            (last?.Sequence ?? 0) + 1, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), actor, action, subject, municipality,
            last?.Hash ?? AuditChecking.Beginning, []);
        return entry with { Hash = HashOf(entry) };
    }

    /// <param name="entries">From the first, in order.</param>
    /// <returns>The sequence at which the chain no longer holds; null when it holds.</returns>
    public static long? FirstBreak(IEnumerable<AuditEntry> entries)
    {
        var checking = new AuditChecking();
        return entries.All(checking.Holds) ? null : checking.Sequence;
    }

    /// <summary>An entry without municipality is hashed as all were before it was kept: what was written then still holds.</summary>
    internal static byte[] HashOf(AuditEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(
        entry.Municipality is { } municipality
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"fieldkit-audit-2\n{entry.Sequence}\n{entry.At.ToUnixTimeMilliseconds()}\n{municipality}\n{entry.Actor:D}\n{entry.Action}\n{entry.Subject}\n{Convert.ToHexStringLower(entry.Previous)}\n")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"fieldkit-audit-1\n{entry.Sequence}\n{entry.At.ToUnixTimeMilliseconds()}\n{entry.Actor:D}\n{entry.Action}\n{entry.Subject}\n{Convert.ToHexStringLower(entry.Previous)}\n")));
}
