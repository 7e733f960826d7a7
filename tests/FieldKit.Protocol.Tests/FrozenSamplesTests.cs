using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;

namespace FieldKit.Protocol.Tests;

/// <summary>
/// A whole conversation in each version of the protocol, as bytes that never change: what an earlier device or reporting
/// point wrote is read, and what is written today is what was written then.
/// </summary>
public sealed class FrozenSamplesTests
{
    public static TheoryData<int> Versions => [.. Frame.Versions];

    [Fact]
    public void Each_version_that_is_spoken_has_samples() =>
        Assert.Equal(
            Frame.Versions.Select(version => $"{version}").Order(),
            Directory.GetDirectories(Sample.Root).Select(Path.GetFileName).Order());

    [Theory]
    [MemberData(nameof(Versions))]
    public void Messages_in_json_are_read_and_written_as_they_were(int version)
    {
        var sample = new Sample(version);
        Same(sample.Bytes("enrolment-request.json"), ProtocolJson.Default.EnrolmentRequest);
        Same(sample.Bytes("enrolment-response.json"), ProtocolJson.Default.EnrolmentResponse);
        Same(sample.Bytes("problem.json"), ProtocolJson.Default.Problem);
        Same(sample.Bytes("content-manifest.json"), ProtocolJson.Default.ContentManifest);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Frames_are_read_and_written_as_they_were(int version)
    {
        var sample = new Sample(version);
        var request = sample.Request("exchange-request");
        Same(sample, "exchange-request", request, ProtocolJson.Default.ExchangeRequest);
        foreach (var name in new[] { "exchange-response", "exchange-response-revoked" })
        {
            Same(sample, name, sample.Response(name), ProtocolJson.Default.ExchangeResponse);
        }

        Assert.Equal(version, sample.Bytes("exchange-request.frame")[3]);
        Assert.Equal(request.Header.Envelopes, ExchangeFrame.ReadRequest(ExchangeFrame.Write(request.Header, request.Bodies)).Header.Envelopes);
    }

    [Fact]
    public void Messages_from_before_members_were_added_are_read()
    {
        var sample = new Sample(1);
        Assert.Null(Assert.Single(sample.Request("exchange-request-before-follow-ups").Header.Envelopes).About);
        Assert.Null(sample.Response("exchange-response-before-revocation").Header.Revocation);
        Assert.Null(sample.Json("enrolment-response-before-admission.json", ProtocolJson.Default.EnrolmentResponse).Admission);
        Assert.Null(sample.Json("problem-before-versions.json", ProtocolJson.Default.Problem).Versions);
    }

    [Fact]
    public void Next_key_travels_behind_what_was_there_and_is_signed_over_lines_that_never_change()
    {
        var sample = new Sample(1);
        var request = sample.Request("exchange-request").Header with { Epoch = 2, EpochKey = "7H2K-9QXM-1TVD-C5WE" };
        var response = sample.Response("exchange-response").Header with { NextEpochs = [new(2, [1, 2], [3], [4])] };

        Behind(sample, "exchange-request", JsonSerializer.Serialize(request, ProtocolJson.Default.ExchangeRequest), ""","epoch":2,"epochKey":"7H2K-9QXM-1TVD-C5WE"}""");
        Behind(sample, "exchange-response", JsonSerializer.Serialize(response, ProtocolJson.Default.ExchangeResponse), ""","nextEpochs":[{"epoch":2,"publicKey":"AQI=","vouched":"Aw==","signed":"BA=="}]}""");
        Assert.Equal("fieldkit-next-epoch-1\nutrecht\n2\nAQI=\nAwQ=\n", Encoding.UTF8.GetString(NextEpoch.Statement("utrecht", 2, [1, 2], [3, 4])));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Everything_sealed_in_it_opens(int version)
    {
        var sample = new Sample(version);
        var (up, down) = (sample.Request("exchange-request"), sample.Response("exchange-response"));
        using var device = sample.PrivateKey("devicePrivateKey");
        using var epoch = sample.PrivateKey("epochPrivateKey");
        Assert.Equal(3, up.Bodies.Count);
        foreach (var (header, body) in up.Header.Envelopes.Zip(up.Bodies))
        {
            Assert.Equal(sample.Opened(header.Kind), Unpacked(Hpke.Open(epoch, device.PublicKey, Hpke.SignalInfo, header.AssociatedData(sample.Device), body)));
        }

        var answer = Assert.Single(down.Header.Messages);
        Assert.Equal(sample.Opened("answer"), Unpacked(Hpke.Open(device, epoch.PublicKey, Hpke.MessageInfo, answer.AssociatedData(sample.Device), down.Bodies[0])));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Everything_signed_in_it_verifies_over_the_same_lines(int version)
    {
        var sample = new Sample(version);
        var key = sample.Json("enrolment-response.json", ProtocolJson.Default.EnrolmentResponse).Keys.SigningPublicKey;
        var (up, down) = (sample.Request("exchange-request"), sample.Response("exchange-response").Header);
        var received = down.Outcomes.Zip(up.Bodies).Where(pair => pair.First.Sequence is not null)
            .Select(pair => (pair.First.Id, pair.First.Sequence!.Value, SHA256.HashData(pair.Second)));
        Signed(key, sample.Bytes("receipt.txt"), Receipt.Statement(down.Instance, sample.Device, down.ServerTime, received), down.Receipt!);

        var revoked = sample.Response("exchange-response-revoked").Header;
        Signed(key, sample.Bytes("revocation.txt"), SignedRevocation.Statement(revoked.Instance, sample.Device, revoked.Revocation!.At), revoked.Revocation.Signature);

        var manifest = sample.Json("content-manifest.json", ProtocolJson.Default.ContentManifest);
        Signed(key, sample.Bytes("content-manifest.txt"), manifest.Statement(), manifest.Signature!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Code_and_tokens_fit_the_enrolment(int version)
    {
        var sample = new Sample(version);
        var request = sample.Json("enrolment-request.json", ProtocolJson.Default.EnrolmentRequest);
        var code = EnrolmentCode.TryParse(sample.Text("code"))!;
        Assert.Equal(code.Whole, request.Code);
        Assert.True(code.Matches(sample.Json("enrolment-response.json", ProtocolJson.Default.EnrolmentResponse).Keys));
        for (var step = 0; step < 3; step++)
        {
            var token = TokenChain.TokenAt(Convert.FromHexString(sample.Text("tokenSeed")), step);
            Assert.Equal(sample.Token(step), Convert.ToHexStringLower(token));
            Assert.Equal(step > 0, TokenChain.IsAhead(token, request.TokenHash));
        }

        Assert.Equal(request.TokenHash, SHA256.HashData(Convert.FromHexString(sample.Token(0))));
    }

    private static void Behind(Sample sample, string name, string written, string added) =>
        Assert.Equal(Encoding.UTF8.GetString(sample.Bytes(name + ".header.json"))[..^1] + added, written);

    private static string Unpacked(byte[] packed) => Encoding.UTF8.GetString(SealedText.Unpack(packed, Limits.SealedBytes));

    private static void Signed(byte[] key, byte[] frozen, byte[] statement, byte[] signature)
    {
        Assert.Equal(Encoding.UTF8.GetString(frozen), Encoding.UTF8.GetString(statement));
        Assert.True(SigningKey.Verify(key, statement, signature));
    }

    private static void Same<T>(byte[] json, JsonTypeInfo<T> type) =>
        Assert.Equal(Encoding.UTF8.GetString(json), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, type)!, type)));

    private static void Same<T>(Sample sample, string name, Frame<T> read, JsonTypeInfo<T> type) =>
        Assert.Equal(Encoding.UTF8.GetString(sample.Bytes(name + ".header.json")), Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(read.Header, type)));
}
