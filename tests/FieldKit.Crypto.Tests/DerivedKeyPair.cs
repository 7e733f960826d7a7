using System.Security.Cryptography;

namespace FieldKit.Crypto.Tests;

/// <summary>DeriveKeyPair of RFC 9180, section 7.1.3, for P-256: vectors give key material, not keys.</summary>
internal static class DerivedKeyPair
{
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
    private static readonly byte[] Suite = [.. "KEM"u8, 0x00, 0x10];

    public static KeyPair From(byte[] material)
    {
        var pseudoRandomKey = HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. Suite, .. "dkp_prk"u8, .. material]);
        for (byte counter = 0; ; counter++)
        {
            var scalar = HKDF.Expand(
                HashAlgorithmName.SHA256, pseudoRandomKey, 32, [0, 32, .. "HPKE-v1"u8, .. Suite, .. "candidate"u8, counter]);
            if (scalar.AsSpan().ContainsAnyExcept((byte)0) && scalar.AsSpan().SequenceCompareTo(Order) < 0)
            {
                return new(ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar }));
            }
        }
    }
}
