using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FieldKit.Protocol;

/// <summary>How entries hang together (docs/protocol.md, "Audit log").</summary>
public static class AuditChain
{
    /// <summary>What the first entry has for the hash before it.</summary>
    private static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    /// <param name="at">Kept as exact as it is stored, or the hash would not hold for what is read back.</param>
    public static AuditEntry Next(AuditEntry? last, DateTimeOffset at, Guid actor, string action, string subject)
    {
        var entry = new AuditEntry(
            (last?.Sequence ?? 0) + 1, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), actor, action, subject, last?.Hash ?? Beginning, []);
        return entry with { Hash = HashOf(entry) };
    }

    /// <param name="entries">From the first, in order.</param>
    /// <returns>The sequence at which the chain no longer holds; null when it holds.</returns>
    public static long? FirstBreak(IEnumerable<AuditEntry> entries)
    {
        var (sequence, previous) = (0L, Beginning);
        foreach (var entry in entries)
        {
            sequence++;
            if (entry.Sequence != sequence || !entry.Previous.AsSpan().SequenceEqual(previous) || !entry.Hash.AsSpan().SequenceEqual(HashOf(entry)))
            {
                return sequence;
            }

            previous = entry.Hash;
        }

        return null;
    }

    private static byte[] HashOf(AuditEntry entry) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"fieldkit-audit-1\n{entry.Sequence}\n{entry.At.ToUnixTimeMilliseconds()}\n{entry.Actor:D}\n{entry.Action}\n{entry.Subject}\n{Convert.ToHexStringLower(entry.Previous)}\n")));
}
