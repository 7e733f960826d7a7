using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>What a wrapped key must look like to be kept. What is in it nobody here can see.</summary>
internal static class OwnKeyRules
{
    private const int Argon2MemoryKiB = 19 * 1024;
    private const int Argon2MostKiB = 1024 * 1024;
    private const int Argon2MostPasses = 64;
    private const int SaltShortest = 16;
    private const int SaltLongest = 64;

    /// <summary>PKCS#8 of P-256 is 138 bytes; with a seal around it some 220.</summary>
    private const int SealedLongest = 512;
    private const int SealedShortest = 64;

    public static bool IsSound(WrappedStaffKey own) =>
        own is { Kdf: "argon2id", Iterations: >= 1 and <= Argon2MostPasses, MemoryKiB: >= Argon2MemoryKiB and <= Argon2MostKiB }
        && own.Salt.Length is >= SaltShortest and <= SaltLongest
        && IsSealed(own.Sealed)
        && PublicPoint.IsValid(own.PublicKey);

    public static bool IsSealed(byte[] bytes) => bytes.Length is >= SealedShortest and <= SealedLongest;
}
