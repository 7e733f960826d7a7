using System.Numerics;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// Public keys as they travel: a P-256 point, uncompressed, 65 bytes (SEC 1, section 2.3.3).
/// Checked here and not left to the platform's importer, so that every platform refuses the same bytes.
/// P-256 has cofactor 1: a point on the curve is in the group, and this form cannot write the identity.
/// </summary>
public static class PublicPoint
{
    public const int Bytes = 65;
    private const int CoordinateBytes = 32;
    private const byte Uncompressed = 4;

    private static readonly BigInteger Prime = Number("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static readonly BigInteger B = Number("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");

    /// <summary>Whether these bytes are a point on P-256. Works in the browser too.</summary>
    public static bool IsValid(ReadOnlySpan<byte> publicKey)
    {
        if (publicKey.Length != Bytes || publicKey[0] != Uncompressed)
        {
            return false;
        }

        var x = new BigInteger(publicKey.Slice(1, CoordinateBytes), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(publicKey[(1 + CoordinateBytes)..], isUnsigned: true, isBigEndian: true);
        return x < Prime && y < Prime && (y * y - (x * x * x - 3 * x + B)) % Prime == BigInteger.Zero;
    }

    internal static bool TryRead(byte[] publicKey, out ECParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        if (!IsValid(publicKey))
        {
            parameters = default;
            return false;
        }

        parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = publicKey[1..(1 + CoordinateBytes)], Y = publicKey[(1 + CoordinateBytes)..] },
        };
        return true;
    }

    internal static byte[] Write(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    internal static void RequireP256(ECParameters parameters)
    {
        if (!parameters.Curve.IsNamed || parameters.Curve.Oid.Value != ECCurve.NamedCurves.nistP256.Oid.Value)
        {
            throw new CryptographicException("The key is not on the curve P-256.");
        }
    }

    private static BigInteger Number(string hex) => new(Convert.FromHexString(hex), isUnsigned: true, isBigEndian: true);
}
