using System.IO.Compression;
using System.Text;

namespace FieldKit.Protocol.Tests;

public sealed class FrameTests
{
    private static readonly byte[] FirstBody = [.. Enumerable.Repeat((byte)7, 90)];
    private static readonly byte[] SecondBody = [.. Enumerable.Range(0, 200).Select(number => (byte)number)];

    [Fact]
    public void Request_read_back_is_what_was_written()
    {
        var read = ExchangeFrame.ReadRequest(Sample());

        Assert.Equal(12, read.Header.Cursor);
        Assert.Equal([90, 200], read.Header.Envelopes.Select(envelope => envelope.Length));
        Assert.Equal([FirstBody, SecondBody], read.Bodies);
    }

    [Fact]
    public void Response_read_back_is_what_was_written()
    {
        var response = new ExchangeResponse(
            Guid.NewGuid(), DateTimeOffset.UnixEpoch, [new(Guid.NewGuid(), null, Refusals.Conflict)], null, 5, true, 3,
            [new(Guid.NewGuid(), Guid.NewGuid(), "utrecht", 1, 5, 90)]);

        var read = ExchangeFrame.ReadResponse(ExchangeFrame.Write(response, [FirstBody]));

        Assert.Equal(response.Outcomes, read.Header.Outcomes);
        Assert.Equal(response.Messages, read.Header.Messages);
        Assert.Null(read.Header.Receipt);
        Assert.Equal([FirstBody], read.Bodies);
    }

    [Fact]
    public void Begins_with_FKF_version_and_header_length()
    {
        var frame = Sample();

        Assert.Equal([(byte)'F', (byte)'K', (byte)'F', 1], frame[..4]);
        Assert.Equal(8 + BitConverter.ToInt32(frame, 4) + 290, frame.Length);
    }

    [Fact]
    public void Hundred_envelopes_of_2_KiB_cost_under_five_percent()
    {
        var bodies = Enumerable.Range(0, 100).Select(_ => new byte[2048]).ToList();

        var frame = ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [.. bodies.Select(Announce)]), bodies);

        Assert.InRange(frame.Length, 204_800, 215_040);
    }

    [Fact]
    public void Cut_anywhere_is_malformed()
    {
        var frame = Sample();

        for (var length = 0; length < frame.Length; length++)
        {
            Assert.Equal(Refusals.Malformed, CodeOf(frame[..length]));
        }
    }

    [Fact]
    public void Trailing_byte_is_malformed() => Assert.Equal(Refusals.Malformed, CodeOf([.. Sample(), 0]));

    [Fact]
    public void Any_altered_byte_is_read_or_refused_never_thrown_otherwise()
    {
        var frame = Sample();
        for (var place = 0; place < frame.Length; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var altered = frame.ToArray();
                altered[place] ^= (byte)(1 << bit);
                _ = CodeOf(altered);
            }
        }
    }

    [Fact]
    public void Other_version_is_named()
    {
        var frame = Sample();
        frame[3] = 2;

        Assert.Equal(Refusals.VersionUnsupported, CodeOf(frame));
    }

    [Theory]
    [InlineData("<!DOCTYPE html><title>Welkom op wifi</title>")]
    [InlineData("{}")]
    [InlineData("")]
    public void Something_else_is_malformed(string text) =>
        Assert.Equal(Refusals.Malformed, CodeOf(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("null")]
    [InlineData("{\"cursor\":0,\"contentSequence\":0,\"envelopes\":[]}")]
    [InlineData("[]")]
    [InlineData("{\"cursor\":0,\"instance\":null,\"contentSequence\":0}")]
    [InlineData("{\"cursor\":0,\"instance\":null,\"contentSequence\":0,\"envelopes\":null}")]
    [InlineData("{\"cursor\":0,\"instance\":null,\"contentSequence\":0,\"envelopes\":[null]}")]
    [InlineData("{\"cursor\":\"nul\",\"instance\":null,\"contentSequence\":0,\"envelopes\":[]}")]
    public void Header_without_its_members_is_malformed(string json) => Assert.Equal(Refusals.Malformed, CodeOf(WithHeader(json)));

    [Fact]
    public void Negative_body_length_is_malformed() =>
        Assert.Equal(Refusals.Malformed, CodeOf(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [Announce([]) with { Length = -1 }]), [])));

    [Fact]
    public void Header_that_inflates_beyond_the_limit_is_too_large() =>
        Assert.Equal(Refusals.TooLarge, CodeOf(WithHeader(new string(' ', Limits.HeaderBytes + 1))));

    [Fact]
    public void More_envelopes_than_the_limit_is_too_large()
    {
        var bodies = Enumerable.Range(0, Limits.EnvelopesPerExchange + 1).Select(_ => new byte[1]).ToList();

        Assert.Equal(Refusals.TooLarge, CodeOf(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [.. bodies.Select(Announce)]), bodies)));
    }

    [Fact]
    public void Frame_beyond_the_limit_is_too_large()
    {
        var body = new byte[Limits.FrameBytes];

        Assert.Equal(Refusals.TooLarge, CodeOf(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [Announce(body)]), [body])));
    }

    private static byte[] Sample() => ExchangeFrame.Write(
        new ExchangeRequest(12, Guid.NewGuid(), 3, [Announce(FirstBody), Announce(SecondBody)]), [FirstBody, SecondBody]);

    private static EnvelopeHeader Announce(byte[] body) => new(Guid.NewGuid(), "signal", "utrecht", "signaal", 1, 1, body.Length);

    private static byte[] WithHeader(string json)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(json));
        }

        return [.. "FKF"u8, 1, .. BitConverter.GetBytes((int)target.Length), .. target.ToArray()];
    }

    private static string? CodeOf(byte[] frame)
    {
        try
        {
            ExchangeFrame.ReadRequest(frame);
            return null;
        }
        catch (MalformedFrameException refusal)
        {
            return refusal.Code;
        }
    }
}
