using System.Text;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>Sealed in JavaScript and opened natively, and the reverse.</summary>
public sealed class CrosswiseTests(BundledModules modules) : IClassFixture<BundledModules>, IDisposable
{
    private const string Info = Hpke.SignalInfo;
    private static readonly byte[] Header = "fieldkit-envelope-1\n"u8.ToArray();
    private static readonly byte[] Text = Encoding.UTF8.GetBytes("Wat heb je gezien? Geen oordeel, één feit.");
    private readonly KeyPair sender = KeyPair.Generate();
    private readonly KeyPair reader = KeyPair.Generate();

    [Fact]
    public async Task Sealed_in_javascript_opens_natively()
    {
        var results = await modules.CallAsync(
            new("seal", sender.ExportPkcs8(), sender.PublicKey, reader.PublicKey, Info, Header, Text),
            new("seal", sender.ExportPkcs8(), sender.PublicKey, reader.PublicKey, Info, Header, Array.Empty<byte>()));

        Assert.Equal(Text, Hpke.Open(reader, sender.PublicKey, Info, Header, results[0].Bytes()));
        Assert.Empty(Hpke.Open(reader, sender.PublicKey, Info, Header, results[1].Bytes()));
    }

    [Fact]
    public async Task Sealed_natively_opens_in_javascript()
    {
        var results = await modules.CallAsync(OpenCall(sender.PublicKey, Header, Sealed()));

        Assert.Equal(Text, results[0].Bytes());
    }

    [Fact]
    public async Task Javascript_refuses_another_writer_header_or_bytes()
    {
        using var other = KeyPair.Generate();
        var altered = Sealed();
        altered[^1] ^= 1;
        var offCurve = Sealed();
        offCurve[64] ^= 1;

        var results = await modules.CallAsync(
            OpenCall(other.PublicKey, Header, Sealed()),
            OpenCall(sender.PublicKey, [], Sealed()),
            OpenCall(new byte[65], Header, Sealed()),
            OpenCall(sender.PublicKey, Header, altered),
            OpenCall(sender.PublicKey, Header, offCurve),
            OpenCall(sender.PublicKey, Header, Sealed()[..80]),
            OpenCall(sender.PublicKey, Header, Sealed()[..^1]),
            OpenCall(sender.PublicKey, Header, []));

        Assert.All(results, result => Assert.Equal("seal-broken", result!["thrown"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Javascript_opens_the_vectors()
    {
        var vectors = HpkeVector.All;
        var results = await modules.CallAsync([.. vectors.Select(vector =>
        {
            using var vectorReader = DerivedKeyPair.From(vector.Bytes("ikmR"));
            return new ModuleCall(
                "open", vectorReader.ExportPkcs8(), vectorReader.PublicKey,
                vector.Bytes("pkSm"), vector.Info, vector.Bytes("aad"), vector.Sealed);
        })]);

        Assert.Equal(vectors.Select(vector => vector.Bytes("pt")), results.Select(result => result.Bytes()));
    }

    [Fact]
    public async Task A_native_signature_verifies_in_javascript_and_no_other()
    {
        using var key = SigningKey.Generate();
        using var other = SigningKey.Generate();
        var signature = key.Sign(Text);

        var results = await modules.CallAsync(
            new("verify", key.PublicKey, Text, signature),
            new("verify", other.PublicKey, Text, signature),
            new("verify", key.PublicKey, Header, signature),
            new("verify", new byte[65], Text, signature),
            new("verify", key.PublicKey, Text, signature[..63]));

        Assert.Equal([true, false, false, false, false], results.Select(result => result!.GetValue<bool>()));
    }

    [Fact]
    public async Task A_passphrase_gives_the_same_key_on_both_sides()
    {
        byte[] salt = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

        var results = await modules.CallAsync(new("pbkdf2", "cafe\u0301 zeven", salt, 1000), new("pbkdf2", "caf\u00e9 zeven", salt, 1000));

        Assert.All(results, result => Assert.Equal(PassphraseKey.Derive("caf\u00e9 zeven", salt, 1000), result.Bytes()));
    }

    public void Dispose()
    {
        sender.Dispose();
        reader.Dispose();
    }

    private byte[] Sealed() => Hpke.Seal(sender, reader.PublicKey, Info, Header, Text);

    private ModuleCall OpenCall(byte[] senderPublicKey, byte[] aad, byte[] bytes) =>
        new("open", reader.ExportPkcs8(), reader.PublicKey, senderPublicKey, Info, aad, bytes);
}
