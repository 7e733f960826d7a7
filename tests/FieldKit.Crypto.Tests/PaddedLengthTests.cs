using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Crypto.Tests;

public sealed class PaddedLengthTests
{
    private static readonly Arbitrary<int> Lengths = Gen.Choose(0, 4 * 1024 * 1024).ToArbitrary();

    [Fact]
    public void A_padded_length_holds_the_length_and_is_its_own_padded_length() =>
        Prop.ForAll(Lengths, length =>
            PaddedLength.Of(length) >= length && PaddedLength.Of(PaddedLength.Of(length)) == PaddedLength.Of(length))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_text_never_has_a_shorter_padded_length() =>
        Prop.ForAll(Lengths, Lengths, (one, other) =>
            one > other || PaddedLength.Of(one) <= PaddedLength.Of(other)).QuickCheckThrowOnFailure();

    [Fact]
    public void Padding_adds_at_most_an_eighth_above_the_minimum() =>
        Prop.ForAll(Lengths, length =>
            length <= PaddedLength.Minimum || PaddedLength.Of(length) - length <= length / 8).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mebibyte_of_lengths_leaves_few_to_tell_apart() =>
        Assert.InRange(Enumerable.Range(0, 1024 * 1024).Select(PaddedLength.Of).Distinct().Count(), 1, 256);

    [Theory]
    [InlineData(0, 512)]
    [InlineData(512, 512)]
    [InlineData(513, 544)]
    [InlineData(1000, 1024)]
    [InlineData(1025, 1088)]
    [InlineData(65537, 67584)]
    public void Known_lengths(int length, int padded) => Assert.Equal(padded, PaddedLength.Of(length));
}
