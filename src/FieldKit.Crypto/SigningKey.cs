using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>
/// ECDSA on P-256 with SHA-256. Signatures are r || s, 64 bytes (IEEE P1363), the form that WebCrypto makes and reads.
/// Native hosts only.
/// </summary>
[UnsupportedOSPlatform("browser")]
public sealed class SigningKey : IDisposable
{
    internal const DSASignatureFormat Form = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;
    private readonly ECDsa key;
    private readonly byte[] publicKey;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        PublicPoint.RequireP256(parameters);
        publicKey = PublicPoint.Write(parameters.Q);
    }

    /// <summary>The point, uncompressed: 65 bytes.</summary>
    public byte[] PublicKey => [.. publicKey];

    public static SigningKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="CryptographicException">Not a PKCS#8 private key on P-256, or bytes left over.</exception>
    public static SigningKey Import(byte[] pkcs8)
    {
        ArgumentNullException.ThrowIfNull(pkcs8);
        var key = ECDsa.Create();
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

    public byte[] Sign(byte[] statement) => key.SignData(statement, HashAlgorithmName.SHA256, Form);

    /// <returns>False too for a public key that is none, or a signature of another length.</returns>
    public static bool Verify(byte[] publicKey, byte[] statement, byte[] signature)
    {
        using var key = VerifyingKey.TryImport(publicKey);
        return key?.IsSigned(statement, signature) ?? false;
    }

    public void Dispose() => key.Dispose();
}
