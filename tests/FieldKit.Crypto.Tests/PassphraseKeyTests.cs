namespace FieldKit.Crypto.Tests;

public sealed class PassphraseKeyTests
{
    [Fact]
    public void A_known_passphrase_gives_the_known_key() => Assert.Equal(
        "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252",
        Convert.ToHexStringLower(PassphraseKey.Derive("password", "salt"u8.ToArray(), 1)));

    [Fact]
    public void The_same_letters_composed_otherwise_give_the_same_key() => Assert.Equal(
        PassphraseKey.Derive("caf\u00e9", [1, 2, 3, 4, 5, 6, 7, 8], 2),
        PassphraseKey.Derive("cafe\u0301", [1, 2, 3, 4, 5, 6, 7, 8], 2));

    [Fact]
    public void Another_passphrase_salt_or_count_gives_another_key()
    {
        byte[] salt = [1, 2, 3, 4, 5, 6, 7, 8];
        var key = PassphraseKey.Derive("zin", salt, 2);
        Assert.NotEqual(key, PassphraseKey.Derive("Zin", salt, 2));
        Assert.NotEqual(key, PassphraseKey.Derive("zin", [.. salt, 9], 2));
        Assert.NotEqual(key, PassphraseKey.Derive("zin", salt, 3));
    }
}
