using FsCheck;
using FsCheck.Fluent;

namespace FieldKit.Crypto.Tests;

public sealed class HpkeTests : IDisposable
{
    private static readonly byte[] Header = "fieldkit-envelope-1\n"u8.ToArray();
    private readonly KeyPair sender = KeyPair.Generate();
    private readonly KeyPair reader = KeyPair.Generate();

    [Fact]
    public void Whatever_was_sealed_opens_for_its_reader() =>
        Prop.ForAll<byte[], byte[], NonNull<string>>((plaintext, aad, info) =>
            Hpke.Open(reader, sender.PublicKey, info.Get, aad, Hpke.Seal(sender, reader.PublicKey, info.Get, aad, plaintext))
                .SequenceEqual(plaintext)).QuickCheckThrowOnFailure();

    [Fact]
    public void Sealed_is_longer_by_the_overhead_and_never_twice_the_same()
    {
        var first = Sealed();
        Assert.Equal(81, Hpke.OverheadBytes);
        Assert.Equal(5 + Hpke.OverheadBytes, first.Length);
        Assert.NotEqual(first, Sealed());
    }

    [Fact]
    public void Another_writer_is_refused()
    {
        using var other = KeyPair.Generate();
        Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, other.PublicKey, Hpke.SignalInfo, Header, Sealed()));
    }

    [Fact]
    public void Another_reader_is_refused()
    {
        using var other = KeyPair.Generate();
        Assert.Throws<SealBrokenException>(() => Hpke.Open(other, sender.PublicKey, Hpke.SignalInfo, Header, Sealed()));
    }

    [Fact]
    public void Another_header_or_purpose_is_refused()
    {
        Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.SignalInfo, [.. Header, 0], Sealed()));
        Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.MessageInfo, Header, Sealed()));
    }

    [Fact]
    public void A_writers_key_that_is_no_key_is_refused() =>
        Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, new byte[65], Hpke.SignalInfo, Header, Sealed()));

    [Fact]
    public void Any_altered_byte_is_refused()
    {
        var bytes = Sealed();
        for (var index = 0; index < bytes.Length; index++)
        {
            byte[] altered = [.. bytes];
            altered[index] ^= 1;
            Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.SignalInfo, Header, altered));
        }
    }

    [Fact]
    public void Cut_short_at_any_length_is_refused()
    {
        var bytes = Sealed();
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.SignalInfo, Header, bytes[..length]));
        }
    }

    [Fact]
    public void Any_bytes_at_all_are_refused_as_a_broken_seal() =>
        Prop.ForAll<byte[]>(bytes =>
        {
            // Behind a real point, so that random bytes get past the first check too.
            byte[] behindPoint = [.. sender.PublicKey, .. bytes];
            Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.SignalInfo, Header, bytes));
            Assert.Throws<SealBrokenException>(() => Hpke.Open(reader, sender.PublicKey, Hpke.SignalInfo, Header, behindPoint));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sealing_to_a_key_that_is_no_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => Hpke.Seal(sender, new byte[65], Hpke.SignalInfo, Header, []));

    public void Dispose()
    {
        sender.Dispose();
        reader.Dispose();
    }

    private byte[] Sealed() => Hpke.Seal(sender, reader.PublicKey, Hpke.SignalInfo, Header, "klein"u8.ToArray());
}
