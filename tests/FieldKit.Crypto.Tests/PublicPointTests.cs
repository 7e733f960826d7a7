namespace FieldKit.Crypto.Tests;

public sealed class PublicPointTests
{
    private const string Prime = "FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF";

    [Fact]
    public void Made_keys_are_points()
    {
        using var pair = KeyPair.Generate();
        using var signing = SigningKey.Generate();
        Assert.True(PublicPoint.IsValid(pair.PublicKey));
        Assert.True(PublicPoint.IsValid(signing.PublicKey));
    }

    [Fact]
    public void A_point_off_the_curve_is_none()
    {
        using var pair = KeyPair.Generate();
        for (var index = 0; index < PublicPoint.Bytes; index++)
        {
            var altered = pair.PublicKey;
            altered[index] ^= 1;
            Assert.False(PublicPoint.IsValid(altered));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")] // the identity, in SEC 1
    [InlineData("04")]
    public void Another_length_is_none(string hex) => Assert.False(PublicPoint.IsValid(Convert.FromHexString(hex)));

    [Fact]
    public void All_zeros_after_the_form_is_none() => Assert.False(PublicPoint.IsValid([4, .. new byte[64]]));

    [Fact]
    public void The_compressed_form_is_none()
    {
        using var pair = KeyPair.Generate();
        Assert.False(PublicPoint.IsValid([2, .. pair.PublicKey[1..33]]));
    }

    [Fact]
    public void The_same_point_with_a_coordinate_past_the_prime_is_none()
    {
        // x = 0 is on P-256 (its b is a square); x = p is the same number, written in a way nobody may.
        var y = Convert.FromHexString("66485C780E2F83D72433BD5D84A06BB6541C2AF31DAE871728BF856A174F93F4");
        Assert.True(PublicPoint.IsValid([4, .. new byte[32], .. y]));
        Assert.False(PublicPoint.IsValid([4, .. Convert.FromHexString(Prime), .. y]));
    }
}
