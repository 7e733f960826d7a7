using System.Numerics;

namespace FieldKit.Crypto;

/// <summary>
/// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019, section 4):
/// a length keeps only as many leading bits as its exponent has, so it grows by at most 12 % and tells O(log log n) bits.
/// </summary>
internal static class PaddedLength
{
    /// <summary>Below this every text has the same length: a short one would otherwise still say a good deal.</summary>
    public const int Minimum = 512;

    public static int Of(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length <= Minimum)
        {
            return Minimum;
        }

        var exponent = BitOperations.Log2((uint)length);
        var kept = BitOperations.Log2((uint)exponent) + 1;
        var mask = (1 << (exponent - kept)) - 1;
        return checked(length + mask) & ~mask;
    }
}
