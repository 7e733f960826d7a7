using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>A P-256 key pair to seal with and to open with. Native hosts only: a browser keeps its own in WebCrypto.</summary>
[UnsupportedOSPlatform("browser")]
public sealed class KeyPair : IDisposable
{
    private readonly ECDiffieHellman key;
    private readonly byte[] publicKey;

    internal KeyPair(ECDiffieHellman key)
    {
        this.key = key;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        PublicPoint.RequireP256(parameters);
        publicKey = PublicPoint.Write(parameters.Q);
    }

    /// <summary>The point, uncompressed: 65 bytes.</summary>
    public byte[] PublicKey => [.. publicKey];

    public static KeyPair Generate() => new(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">Not a PKCS#8 private key on P-256, or bytes left over.</exception>
    public static KeyPair Import(byte[] pkcs8)
    {
        ArgumentNullException.ThrowIfNull(pkcs8);
        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out var read);
            return read == pkcs8.Length ? new(key) : throw new CryptographicException("Bytes follow the private key.");
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key; whoever asks for it clears it after use.</summary>
    public byte[] ExportPkcs8() => key.ExportPkcs8PrivateKey();

    /// <summary>The private key as one number (32 bytes, big-endian), for paper; whoever asks for it clears it after use.</summary>
    public byte[] ExportSecret() => key.ExportParameters(includePrivateParameters: true).D!;

    /// <exception cref="CryptographicException">Not a private key's number.</exception>
    public static KeyPair FromSecret(byte[] secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportParameters(new() { Curve = ECCurve.NamedCurves.nistP256, D = secret });
            return new(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public void Dispose() => key.Dispose();

    /// <summary>The x coordinate of the shared point: DH of RFC 9180, section 7.1.1 (32 bytes).</summary>
    internal byte[] Agree(ECDiffieHellmanPublicKey other) => key.DeriveRawSecretAgreement(other);
}
