using System.Security.Cryptography;

namespace FieldKit.Protocol;

/// <summary>Goes along a chain from its first entry, keeping one hash: a log of any length is checked without holding it.</summary>
public sealed class AuditChecking
{
    /// <summary>What the first entry has for the hash before it.</summary>
    internal static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    private byte[] previous = Beginning;

    /// <summary>Of the entry that was looked at last, counted from 1; where the chain breaks, when that one did not hold.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether the next entry is what has to come here. After one that does not hold there is nothing more to check.</summary>
    public bool Holds(AuditEntry entry)
    {
        Sequence++;
        var holds = entry.Sequence == Sequence
            && entry.Previous.AsSpan().SequenceEqual(previous)
            && entry.Hash.AsSpan().SequenceEqual(AuditChain.HashOf(entry));
        previous = entry.Hash;
        return holds;
    }
}
