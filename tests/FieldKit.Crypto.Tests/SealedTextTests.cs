using System.Buffers.Binary;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Crypto.Tests;

public sealed class SealedTextTests
{
    private const int Maximum = 64 * 1024;

    [Fact]
    public void Whatever_was_packed_unpacks() =>
        Prop.ForAll<byte[]>(text => SealedText.Unpack(SealedText.Pack(text), Maximum).SequenceEqual(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_text_that_does_not_deflate_unpacks()
    {
        var text = RandomNumberGenerator.GetBytes(Maximum);
        Assert.Equal(text, SealedText.Unpack(SealedText.Pack(text), Maximum));
    }

    [Fact]
    public void Short_texts_are_all_equally_long() =>
        Assert.Equal(SealedText.Pack("ja"u8.ToArray()).Length, SealedText.Pack("Bel eerst de jeugdarts, dan ons."u8.ToArray()).Length);

    [Fact]
    public void A_text_of_the_maximum_is_allowed_and_one_byte_more_is_not()
    {
        var packed = SealedText.Pack(new byte[1000]);
        Assert.Equal(1000, SealedText.Unpack(packed, 1000).Length);
        Assert.Throws<InvalidDataException>(() => SealedText.Unpack(packed, 999));
    }

    [Fact]
    public void A_bomb_is_not_inflated()
    {
        var bomb = SealedText.Pack(new byte[64 * 1024 * 1024]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => SealedText.Unpack(bomb, Maximum));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * Maximum);
    }

    [Fact]
    public void Cut_short_at_any_length_is_refused()
    {
        var packed = SealedText.Pack("Wat heb je gezien?"u8.ToArray());
        for (var length = 0; length < packed.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => SealedText.Unpack(packed[..length], Maximum));
        }
    }

    [Fact]
    public void Padding_that_is_not_empty_is_refused()
    {
        var packed = SealedText.Pack([1]);
        packed[^1] = 1;
        Assert.Throws<InvalidDataException>(() => SealedText.Unpack(packed, Maximum));
    }

    [Fact]
    public void Any_bytes_unpack_or_are_refused_and_nothing_else() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            var packed = new byte[PaddedLength.Of(4 + bytes.Length)];
            BinaryPrimitives.WriteInt32LittleEndian(packed, bytes.Length);
            bytes.CopyTo(packed, 4);
            foreach (var candidate in new[] { bytes, packed })
            {
                var refused = Record.Exception(() => SealedText.Unpack(candidate, Maximum));
                Assert.True(refused is null or InvalidDataException, refused?.ToString());
            }
        }).QuickCheckThrowOnFailure();
}
