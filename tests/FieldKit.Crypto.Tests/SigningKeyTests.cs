namespace FieldKit.Crypto.Tests;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly byte[] Statement = "fieldkit-receipt-1\n"u8.ToArray();
    private readonly SigningKey key = SigningKey.Generate();

    [Fact]
    public void A_signature_is_64_bytes_and_verifies()
    {
        var signature = key.Sign(Statement);
        Assert.Equal(64, signature.Length);
        Assert.True(SigningKey.Verify(key.PublicKey, Statement, signature));
    }

    [Fact]
    public void An_exported_key_signs_as_the_same()
    {
        using var again = SigningKey.Import(key.ExportPkcs8());
        Assert.True(SigningKey.Verify(key.PublicKey, Statement, again.Sign(Statement)));
    }

    [Fact]
    public void Another_statement_signature_or_signer_does_not_verify()
    {
        using var other = SigningKey.Generate();
        var signature = key.Sign(Statement);
        Assert.False(SigningKey.Verify(key.PublicKey, [.. Statement, 0], signature));
        Assert.False(SigningKey.Verify(other.PublicKey, Statement, signature));
        signature[9] ^= 1;
        Assert.False(SigningKey.Verify(key.PublicKey, Statement, signature));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(72)]
    public void A_signature_of_another_length_does_not_verify(int length) =>
        Assert.False(SigningKey.Verify(key.PublicKey, Statement, new byte[length]));

    [Fact]
    public void A_key_that_is_none_verifies_nothing() =>
        Assert.False(SigningKey.Verify(new byte[65], Statement, key.Sign(Statement)));

    public void Dispose() => key.Dispose();
}
