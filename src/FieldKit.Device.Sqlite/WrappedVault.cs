using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.Crypto;

namespace FieldKit.Device.Sqlite;

/// <summary>The vault's keys while the vault is open.</summary>
internal sealed record OpenVault(byte[] DataKey, KeyPair Pair) : IDisposable
{
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(DataKey);
        Pair.Dispose();
    }
}

/// <summary>The vault's keys at rest. <see cref="Sealed"/>: device tier's seal around the PIN's seal around data key (32) and PKCS#8.</summary>
internal sealed record WrappedVault(string Kdf, int Iterations, byte[] Salt, byte[] PublicKey, byte[] Sealed)
{
    private static readonly byte[] AssociatedData = "fieldkit-vault-1\n"u8.ToArray();

    public static WrappedVault Wrap(OpenVault vault, string pin, int iterations, byte[] deviceTier)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var pinKey = PassphraseKey.Derive(pin, salt, iterations);
        byte[] plain = [.. vault.DataKey, .. vault.Pair.ExportPkcs8()];
        var wrapped = Aead.Encrypt(deviceTier, Aead.Encrypt(pinKey, plain, AssociatedData), AssociatedData);
        CryptographicOperations.ZeroMemory(plain);
        return new(PassphraseKey.Kdf, iterations, salt, vault.Pair.PublicKey, wrapped);
    }

    /// <exception cref="SealBrokenException">Another PIN or another device.</exception>
    public OpenVault Unwrap(string pin, byte[] deviceTier)
    {
        var pinKey = PassphraseKey.Derive(pin, Salt, Iterations);
        var plain = Aead.Decrypt(pinKey, Aead.Decrypt(deviceTier, Sealed, AssociatedData), AssociatedData);
        try
        {
            return new(plain[..Aead.KeyBytes], KeyPair.Import(plain[Aead.KeyBytes..]));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WrappedVaultJson.Default.WrappedVault);

    public static WrappedVault FromBytes(byte[] bytes) => JsonSerializer.Deserialize(bytes, WrappedVaultJson.Default.WrappedVault)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WrappedVault))]
internal sealed partial class WrappedVaultJson : JsonSerializerContext;
