using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Identity;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>
/// One round trip with a device: envelopes up; outcomes, a signed receipt and waiting messages down. A device that was shut
/// out delivers like any other, and learns that it was; when something was sealed, nobody but its writer can know.
/// </summary>
internal sealed class Exchange(
    ExchangeLimits limits, DeviceDoor door, EnvelopeStore envelopes, MessageBox messages, SigningKey signing, PublicKeys keys, PublishedContent content, LatestContent latest, TimeProvider clock)
{
    public async Task<IResult> AnswerAsync(HttpRequest request)
    {
        if (limits.RefusalOf(request.HttpContext) is { } tooMany)
        {
            return tooMany;
        }

        if (request.ContentType != Frame.ContentType || request.Headers.ContentEncoding.Count > 0)
        {
            return Refusal.OtherMediaType;
        }

        var (device, refusal) = await door.OpenAsync(request);
        if (refusal is not null)
        {
            return refusal;
        }

        if (limits.RefusalOf(device!, request.HttpContext.Response) is { } tooManyOfIt)
        {
            return tooManyOfIt;
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
        await latest.CatchUpAsync(device.ContentSequence, cancellation);
        var now = clock.GetUtcNow();
        var (stored, receipt) = await envelopes.StoreAsync(device, frame, now, cancellation);
        await messages.NoteFetchedAsync(frame.Header, device, cancellation);
        var (waiting, more) = await messages.AfterAsync(frame.Header.Cursor, device, cancellation);
        var response = new ExchangeResponse(
            device.Instance,
            now,
            [.. stored.Select(envelope => envelope.Outcome)],
            receipt,
            waiting.Header.Count == 0 ? frame.Header.Cursor : waiting.Header[^1].Sequence,
            more,
            content.Sequence,
            waiting.Header,
            device.RevokedAt is { } at ? new(at, signing.Sign(SignedRevocation.Statement(device.Instance, device.Id, at))) : null,
            frame.Header.Epoch < device.Epoch && device.RevokedAt is null ? await keys.AfterAsync(device.Municipality, frame.Header.Epoch.Value, cancellation) : null);
        return ExchangeFrame.Write(response, waiting.Bodies);
    }
}
