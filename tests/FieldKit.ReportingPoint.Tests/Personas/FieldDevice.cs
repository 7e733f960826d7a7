using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using FieldKit.Crypto;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Tests.Personas;

/// <summary>A device in somebody's pocket, down to its bytes.</summary>
internal sealed class FieldDevice(RunningPoint point)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public KeyPair Keys { get; } = KeyPair.Generate();

    public byte[] Token { get; set; } = RandomNumberGenerator.GetBytes(32);

    public EnrolmentResponse Enrolled { get; private set; } = null!;

    public string Authorization => $"Bearer {Id:N}.{Base64Url.EncodeToString(Token)}";

    public EnrolmentRequest EnrolmentRequest(EnrolmentCode code) => new(code.Whole, Id, Keys.PublicKey, SHA256.HashData(Token));

    public Task<HttpResponseMessage> TryEnrolAsync(EnrolmentCode code) => TryEnrolAsync(EnrolmentRequest(code));

    public async Task<HttpResponseMessage> TryEnrolAsync(EnrolmentRequest request)
    {
        using var client = point.Client();
        return await client.PostAsJsonAsync("/api/v1/enrolment", request, ProtocolJson.Default.EnrolmentRequest);
    }

    public async Task EnrolAsync(EnrolmentCode code)
    {
        using var answer = await TryEnrolAsync(code);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Enrolled = (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.EnrolmentResponse))!;
    }

    public Envelope Seal(string text, string? municipality = null, Guid? id = null, int formVersion = 1) =>
        SealAs(text, EnvelopeKinds.Signal, about: null, municipality, id, formVersion);

    public Envelope FollowUp(Envelope about, string text = "Ook dit zag ik.", string? municipality = null, Guid? id = null) =>
        SealAs(text, EnvelopeKinds.FollowUp, about.Header.Id, municipality, id);

    public Envelope Withdrawal(Envelope about, string text = "Toch niet.") => SealAs(text, EnvelopeKinds.Withdrawal, about.Header.Id);

    /// <summary>Seals as the field app does.</summary>
    private Envelope SealAs(string text, string kind, Guid? about, string? municipality = null, Guid? id = null, int formVersion = 1)
    {
        var header = new EnvelopeHeader(
            id ?? Guid.CreateVersion7(), kind, municipality ?? Enrolled.Municipality, "signaal", formVersion, Enrolled.Keys.Epoch, 0, about);
        var body = Hpke.Seal(
            Keys, Enrolled.Keys.EpochPublicKey, Hpke.SignalInfo, header.AssociatedData(Id), SealedText.Pack(Encoding.UTF8.GetBytes(text)));
        return new(header with { Length = body.Length }, body);
    }

    public async Task<Frame<ExchangeResponse>> ExchangeAsync(params Envelope[] envelopes) => await ExchangeAsync(0, envelopes);

    public async Task<Frame<ExchangeResponse>> ExchangeAsync(long cursor, params Envelope[] envelopes)
    {
        var request = new ExchangeRequest(cursor, null, 0, [.. envelopes.Select(envelope => envelope.Header)]);
        using var answer = await PostAsync(ExchangeFrame.Write(request, [.. envelopes.Select(envelope => envelope.Body)]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Says to have stored all messages up to one, as the app does in its next exchange.</summary>
    public async Task HaveFetchedAsync(long cursor)
    {
        using var answer = await PostAsync(ExchangeFrame.Write(new ExchangeRequest(cursor, Enrolled.Keys.Instance, 0, []), []));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async Task<HttpResponseMessage> PostAsync(byte[] body, string mediaType = Frame.ContentType, string? authorization = null)
    {
        using var client = point.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/exchange") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? Authorization);
        return await client.SendAsync(request);
    }

    /// <summary>Whether the receipt is good for exactly these envelopes.</summary>
    public bool Verifies(ExchangeResponse answer, params Envelope[] envelopes)
    {
        var received = answer.Outcomes.Zip(envelopes)
            .Where(pair => pair.First.Sequence is not null)
            .Select(pair => (pair.First.Id, pair.First.Sequence!.Value, SHA256.HashData(pair.Second.Body)));
        return SigningKey.Verify(
            Enrolled.Keys.SigningPublicKey, Receipt.Statement(answer.Instance, Id, answer.ServerTime, received), answer.Receipt!);
    }
}

internal sealed record Envelope(EnvelopeHeader Header, byte[] Body);
