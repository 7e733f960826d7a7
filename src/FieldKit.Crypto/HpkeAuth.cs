using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;

namespace FieldKit.Crypto;

/// <summary>RFC 9180 in auth mode, single shot (section 6.1): the writer's key takes part, so the reader learns who wrote.</summary>
[UnsupportedOSPlatform("browser")]
internal static class HpkeAuth
{
    public const int TagBytes = 16;
    private const int NonceBytes = 12;
    private const byte AuthMode = 2;

    /// <param name="ephemeral">Fresh for every seal; given only so that vectors can fix it.</param>
    public static byte[] Seal(
        HpkeSuite suite, KeyPair ephemeral, KeyPair sender, ECParameters reader, string info, byte[] aad, byte[] plaintext)
    {
        using var readerKey = ECDiffieHellman.Create(reader);
        using var readerPublic = readerKey.PublicKey;
        var encapsulated = ephemeral.PublicKey;
        var secret = Agreement(
            suite, ephemeral.Agree(readerPublic), sender.Agree(readerPublic),
            [.. encapsulated, .. PublicPoint.Write(reader.Q), .. sender.PublicKey]);

        var output = new byte[encapsulated.Length + plaintext.Length + TagBytes];
        encapsulated.CopyTo(output, 0);
        var body = output.AsSpan(encapsulated.Length);
        var nonce = Schedule(suite, secret, info, out var cipher);
        using (cipher)
        {
            cipher.Encrypt(nonce, plaintext, body[..plaintext.Length], body[plaintext.Length..], aad);
        }

        return output;
    }

    /// <exception cref="CryptographicException">The body does not belong to these keys, info and header.</exception>
    public static byte[] Open(
        HpkeSuite suite, KeyPair reader, ECParameters sender, ECParameters encapsulated, string info, byte[] aad, ReadOnlySpan<byte> body)
    {
        using var senderKey = ECDiffieHellman.Create(sender);
        using var senderPublic = senderKey.PublicKey;
        using var encapsulatedKey = ECDiffieHellman.Create(encapsulated);
        using var encapsulatedPublic = encapsulatedKey.PublicKey;
        var secret = Agreement(
            suite, reader.Agree(encapsulatedPublic), reader.Agree(senderPublic),
            [.. PublicPoint.Write(encapsulated.Q), .. reader.PublicKey, .. PublicPoint.Write(sender.Q)]);

        var plaintext = new byte[body.Length - TagBytes];
        var nonce = Schedule(suite, secret, info, out var cipher);
        using (cipher)
        {
            cipher.Decrypt(nonce, body[..plaintext.Length], body[plaintext.Length..], plaintext, aad);
        }

        return plaintext;
    }

    private static byte[] Agreement(HpkeSuite suite, byte[] ephemeral, byte[] authenticating, byte[] context)
    {
        byte[] agreements = [.. ephemeral, .. authenticating];
        try
        {
            return suite.SharedSecret(agreements, context);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(agreements);
            CryptographicOperations.ZeroMemory(ephemeral);
            CryptographicOperations.ZeroMemory(authenticating);
        }
    }

    /// <summary>KeySchedule of section 5.1 without a pre-shared key. Sequence 0 alone is used, so the nonce is the base nonce.</summary>
    private static byte[] Schedule(HpkeSuite suite, byte[] sharedSecret, string info, out AesGcm cipher)
    {
        byte[] context =
        [
            AuthMode,
            .. suite.Extract(salt: [], "psk_id_hash"u8, material: []),
            .. suite.Extract(salt: [], "info_hash"u8, Encoding.UTF8.GetBytes(info)),
        ];
        var secret = suite.Extract(sharedSecret, "secret"u8, material: []);
        var key = suite.Expand(secret, "key"u8, context, suite.KeyBytes);
        try
        {
            cipher = new AesGcm(key, TagBytes);
            return suite.Expand(secret, "base_nonce"u8, context, NonceBytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(sharedSecret);
        }
    }
}
