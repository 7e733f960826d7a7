using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Domain;

namespace FieldKit.Content.Tests;

public sealed class BundleSignerTests
{
    [Fact]
    public void Same_content_gives_the_same_bytes() =>
        Assert.Equal(BundleSigner.Bytes(Compiled()), BundleSigner.Bytes(Compiled()));

    [Fact]
    public void Signature_covers_the_statement_over_sequence_last_day_and_digest()
    {
        using var key = SigningKey.Generate();
        var signed = BundleSigner.Sign(Compiled(), 7, new DateOnly(2026, 12, 31), key, Statement);
        Assert.Equal(SHA256.HashData(signed.Bytes), signed.Sha256);
        Assert.True(SigningKey.Verify(key.PublicKey, Statement(7, new DateOnly(2026, 12, 31), signed.Sha256), signed.Signature));
        Assert.False(SigningKey.Verify(key.PublicKey, Statement(8, new DateOnly(2026, 12, 31), signed.Sha256), signed.Signature));
    }

    [Fact]
    public void Bundle_reads_back_as_it_was()
    {
        var bytes = BundleSigner.Bytes(Compiled());
        var read = JsonSerializer.Deserialize(bytes, DomainJson.Default.ContentBundle)!;
        Assert.Equal(bytes, BundleSigner.Bytes(read));
    }

    [Fact]
    public void Guide_reaches_the_bundle_as_plain_html_with_addresses_of_the_app()
    {
        var html = Compiled().Guides[0].Parts[0].Html.In("nl");
        Assert.Equal("<p>Adem. <a href=\"bellen#T90\">Bel</a>.</p>", html);
    }

    private static ContentBundle Compiled() => new SmallContent().Compile().Bundle!;

    private static byte[] Statement(long sequence, DateOnly validUntil, byte[] digest) =>
        Encoding.UTF8.GetBytes($"{sequence} {validUntil:O} {Convert.ToHexString(digest)}");
}
