namespace FieldKit.Crypto.Tests;

public sealed class HpkeVectorTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, HpkeVector.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Sealing_with_the_vectors_keys_gives_the_vectors_bytes(int number)
    {
        var vector = HpkeVector.All[number];
        using var ephemeral = DerivedKeyPair.From(vector.Bytes("ikmE"));
        using var sender = DerivedKeyPair.From(vector.Bytes("ikmS"));
        Assert.True(PublicPoint.TryRead(vector.Bytes("pkRm"), out var reader));

        var actual = HpkeAuth.Seal(HpkeSuite.Aes256, ephemeral, sender, reader, vector.Info, vector.Bytes("aad"), vector.Bytes("pt"));

        Assert.Equal(Convert.ToHexStringLower(vector.Sealed), Convert.ToHexStringLower(actual));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Opening_a_vector_gives_its_plaintext(int number)
    {
        var vector = HpkeVector.All[number];
        using var reader = DerivedKeyPair.From(vector.Bytes("ikmR"));
        Assert.Equal(vector.Bytes("pkRm"), reader.PublicKey);

        Assert.Equal(vector.Bytes("pt"), Hpke.Open(reader, vector.Bytes("pkSm"), vector.Info, vector.Bytes("aad"), vector.Sealed));
    }
}
