using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace FieldKit.Crypto;

/// <summary>The public half of a <see cref="SigningKey"/>, for whoever verifies with the same one again and again: importing costs more than verifying.</summary>
[UnsupportedOSPlatform("browser")]
public sealed class VerifyingKey : IDisposable
{
    private readonly ECDsa key;

    private VerifyingKey(ECDsa key) => this.key = key;

    /// <returns>Null when it is not a point on P-256, uncompressed.</returns>
    public static VerifyingKey? TryImport(byte[] publicKey) =>
        PublicPoint.TryRead(publicKey, out var parameters) ? new(ECDsa.Create(parameters)) : null;

    /// <returns>False too for a signature of another length.</returns>
    public bool IsSigned(byte[] statement, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(signature);
        return key.VerifyData(statement, signature, HashAlgorithmName.SHA256, SigningKey.Form);
    }

    public void Dispose() => key.Dispose();
}
