using System.Security.Cryptography;

namespace FieldKit.Protocol.Tests;

public sealed class TokenChainTests
{
    private static readonly byte[] Seed = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    /// <summary>Frozen: another byte here, and enrolled devices and reporting points no longer know each other.</summary>
    [Theory]
    [InlineData(0, "0e6626f3e8aae6b0c7aa5a0b74037935fbd6a7a529c817462936f09f11e11583")]
    [InlineData(1, "083c6bec82e9e8422e553e478aa6468830699a25ac6a063e5e7e3cd6df0d0473")]
    [InlineData(TokenChain.Length, "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")]
    public void Token_of_a_seed_stays_the_same(int step, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(TokenChain.TokenAt(Seed, step)));

    [Fact]
    public void Each_token_is_the_hash_of_the_next()
    {
        for (var step = 0; step < TokenChain.Length; step++)
        {
            if (step % 100 == 0 || step == TokenChain.Length - 1)
            {
                Assert.Equal(
                    SHA256.HashData([.. "fieldkit-token-1\n"u8, .. TokenChain.TokenAt(Seed, step + 1)]),
                    TokenChain.TokenAt(Seed, step));
            }
        }
    }

    [Theory]
    [InlineData(5, 5, false)]
    [InlineData(5, 6, true)]
    [InlineData(5, 5 + TokenChain.Sight, true)]
    [InlineData(5, 6 + TokenChain.Sight, false)]
    [InlineData(5, 4, false)]
    public void Token_is_ahead_only_when_it_comes_later_and_within_sight(int known, int shown, bool expected) =>
        Assert.Equal(expected, TokenChain.IsAhead(TokenChain.TokenAt(Seed, shown), SHA256.HashData(TokenChain.TokenAt(Seed, known))));

    [Fact]
    public void What_a_reporting_point_keeps_leads_to_no_token_that_it_takes()
    {
        var kept = SHA256.HashData(TokenChain.TokenAt(Seed, 5));

        Assert.False(TokenChain.IsAhead(kept, kept));
        Assert.NotEqual(TokenChain.TokenAt(Seed, 4), kept);
    }
}
