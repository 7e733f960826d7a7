using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Crypto.Tests;

public sealed class AeadTests
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(Aead.KeyBytes);
    private static readonly byte[] Header = "drafts\nd\n1"u8.ToArray();

    [Fact]
    public void Whatever_was_encrypted_decrypts() =>
        Prop.ForAll<byte[], byte[]>((plaintext, aad) =>
            Aead.Decrypt(Key, Aead.Encrypt(Key, plaintext, aad), aad).SequenceEqual(plaintext)).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_key_or_header_is_refused()
    {
        var bytes = Aead.Encrypt(Key, [1, 2, 3], Header);
        Assert.Throws<SealBrokenException>(() => Aead.Decrypt(RandomNumberGenerator.GetBytes(32), bytes, Header));
        Assert.Throws<SealBrokenException>(() => Aead.Decrypt(Key, bytes, []));
    }

    [Fact]
    public void Any_altered_byte_or_cut_is_refused()
    {
        var bytes = Aead.Encrypt(Key, [1, 2, 3], Header);
        for (var index = 0; index < bytes.Length; index++)
        {
            byte[] altered = [.. bytes];
            altered[index] ^= 0x80;
            Assert.Throws<SealBrokenException>(() => Aead.Decrypt(Key, altered, Header));
            Assert.Throws<SealBrokenException>(() => Aead.Decrypt(Key, bytes[..index], Header));
        }
    }

    [Fact]
    public void A_key_of_another_length_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => Aead.Encrypt(new byte[16], [], []));
        Assert.Throws<ArgumentException>(() => Aead.Decrypt(new byte[16], new byte[40], []));
    }
}
