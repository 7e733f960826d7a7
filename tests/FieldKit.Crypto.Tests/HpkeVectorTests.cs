using System.Text;
using System.Text.Json;

namespace FieldKit.Crypto.Tests;

/// <summary>Numbers made by an independent implementation (named in the file).</summary>
public sealed class HpkeVectorTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Vectors().Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Sealing_with_the_vectors_keys_gives_the_vectors_bytes(int number)
    {
        var vector = Vectors()[number];
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
        var vector = Vectors()[number];
        using var reader = DerivedKeyPair.From(vector.Bytes("ikmR"));
        Assert.Equal(vector.Bytes("pkRm"), reader.PublicKey);

        Assert.Equal(vector.Bytes("pt"), Hpke.Open(reader, vector.Bytes("pkSm"), vector.Info, vector.Bytes("aad"), vector.Sealed));
    }

    private static List<Vector> Vectors()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "vectors", "hpke-auth-p256-aes256gcm.json");
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(element => new Vector(element.Clone()))];
    }

    private sealed class Vector(JsonElement element)
    {
        public string Info => Encoding.UTF8.GetString(Bytes("info"));

        public byte[] Sealed => [.. Bytes("enc"), .. Bytes("ct")];

        public byte[] Bytes(string name) => Convert.FromHexString(element.GetProperty(name).GetString()!);
    }
}
