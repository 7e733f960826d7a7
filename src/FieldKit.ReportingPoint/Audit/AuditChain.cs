using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.ReportingPoint.Audit;

/// <summary>How entries hang together (docs/protocol.md, "Audit log").</summary>
internal static class AuditChain
{
    /// <summary>What the first entry has for the hash before it.</summary>
    public static byte[] Beginning { get; } = new byte[SHA256.HashSizeInBytes];

    public static AuditRow Next(AuditRow? last, DateTimeOffset at, Guid actor, string action, string subject)
    {
        var row = new AuditRow
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            // As exact as it is stored, or the hash would not hold for what is read back.
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Actor = actor,
            Action = action,
            Subject = subject,
            Previous = last?.Hash ?? Beginning,
        };
        row.Hash = HashOf(row);
        return row;
    }

    /// <param name="rows">From the first, in order.</param>
    /// <returns>The sequence at which the chain no longer holds; null when it holds.</returns>
    public static long? FirstBreak(IEnumerable<AuditRow> rows)
    {
        var (sequence, previous) = (0L, Beginning);
        foreach (var row in rows)
        {
            sequence++;
            if (row.Sequence != sequence || !row.Previous.AsSpan().SequenceEqual(previous) || !row.Hash.AsSpan().SequenceEqual(HashOf(row)))
            {
                return sequence;
            }

            previous = row.Hash;
        }

        return null;
    }

    private static byte[] HashOf(AuditRow row) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"fieldkit-audit-1\n{row.Sequence}\n{row.At.ToUnixTimeMilliseconds()}\n{row.Actor:D}\n{row.Action}\n{row.Subject}\n{Convert.ToHexStringLower(row.Previous)}\n")));
}
