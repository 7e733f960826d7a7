using System.Security.Cryptography;

namespace FieldKit.Crypto.Tests;

public sealed class KeyPairTests
{
    [Fact]
    public void An_exported_pair_comes_back_the_same()
    {
        using var pair = KeyPair.Generate();
        using var again = KeyPair.Import(pair.ExportPkcs8());
        Assert.Equal(pair.PublicKey, again.PublicKey);
        Assert.Equal([1], Hpke.Open(again, pair.PublicKey, "i", [], Hpke.Seal(pair, again.PublicKey, "i", [], [1])));
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        var pkcs8 = other.ExportPkcs8PrivateKey();
        Assert.Throws<CryptographicException>(() => KeyPair.Import(pkcs8));
        Assert.Throws<CryptographicException>(() => SigningKey.Import(pkcs8));
    }

    [Fact]
    public void Bytes_that_are_no_key_or_more_than_a_key_are_refused()
    {
        using var pair = KeyPair.Generate();
        byte[] more = [.. pair.ExportPkcs8(), 0];
        Assert.Throws<CryptographicException>(() => KeyPair.Import([1, 2, 3]));
        Assert.Throws<CryptographicException>(() => KeyPair.Import(more));
    }

    [Fact]
    public void Changing_a_public_key_that_was_handed_out_changes_nothing()
    {
        using var pair = KeyPair.Generate();
        pair.PublicKey[0] = 9;
        Assert.Equal(4, pair.PublicKey[0]);
    }
}
