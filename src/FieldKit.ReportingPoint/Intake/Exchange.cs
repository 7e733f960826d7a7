using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>One round trip with a device: envelopes up; outcomes, a signed receipt and waiting messages down.</summary>
internal sealed class Exchange(
    DeviceDoor door, EnvelopeStore envelopes, MessageBox messages, SigningKey signing, PublishedContent content, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (request.ContentType != Frame.ContentType || request.Headers.ContentEncoding.Count > 0)
        {
            return Refusal.OtherMediaType;
        }

        var (device, refusal) = door.Open(request);
        if (refusal is not null)
        {
            return refusal;
        }

        try
        {
            var frame = ExchangeFrame.ReadRequest(await RequestBody.ReadBytesAsync(request, Limits.FrameBytes));
            return frame.Header.Cursor < 0
                ? Refusal.Malformed
                : Results.Bytes(await ExchangeAsync(device!, frame, request.HttpContext.RequestAborted), Frame.ContentType);
        }
        catch (MalformedFrameException failure)
        {
            return Refusal.Of(failure);
        }
    }

    private async Task<byte[]> ExchangeAsync(EnteredDevice device, Frame<ExchangeRequest> frame, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var stored = await envelopes.StoreAsync(device, frame, now, cancellation);
        var (waiting, more) = messages.After(frame.Header.Cursor, device.Id);
        var response = new ExchangeResponse(
            device.Instance,
            now,
            [.. stored.Select(envelope => envelope.Outcome)],
            ReceiptOf(stored, device, now),
            waiting.Header.Count == 0 ? frame.Header.Cursor : waiting.Header[^1].Sequence,
            more,
            content.Sequence,
            waiting.Header);
        return ExchangeFrame.Write(response, waiting.Bodies);
    }

    private byte[]? ReceiptOf(IReadOnlyList<StoredEnvelope> stored, EnteredDevice device, DateTimeOffset now)
    {
        var received = stored.Where(envelope => envelope.Sequence is not null).ToList();
        return received.Count == 0
            ? null
            : signing.Sign(Receipt.Statement(device.Instance, device.Id, now, received.Select(envelope => (envelope.Id, envelope.Sequence!.Value, envelope.Sha256))));
    }
}
