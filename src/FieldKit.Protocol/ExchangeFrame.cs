namespace FieldKit.Protocol;

/// <summary>The two frames of an exchange. Both ends write and read them here.</summary>
public static class ExchangeFrame
{
    /// <param name="bodies">The sealed bytes of <see cref="ExchangeRequest.Envelopes"/>, in the same order.</param>
    public static byte[] Write(ExchangeRequest request, IReadOnlyList<byte[]> bodies) =>
        Frame.Write(request, ProtocolJson.Default.ExchangeRequest, bodies);

    /// <param name="bodies">The sealed bytes of <see cref="ExchangeResponse.Messages"/>, in the same order.</param>
    public static byte[] Write(ExchangeResponse response, IReadOnlyList<byte[]> bodies) =>
        Frame.Write(response, ProtocolJson.Default.ExchangeResponse, bodies);

    /// <exception cref="MalformedFrameException">Not such a frame, or beyond <see cref="Limits"/>.</exception>
    public static Frame<ExchangeRequest> ReadRequest(ReadOnlySpan<byte> frame) =>
        Frame.Read(frame, ProtocolJson.Default.ExchangeRequest, request =>
            Lengths(request.Envelopes, envelope => envelope.Length, Limits.EnvelopesPerExchange));

    /// <exception cref="MalformedFrameException">Not such a frame, or beyond <see cref="Limits"/>.</exception>
    public static Frame<ExchangeResponse> ReadResponse(ReadOnlySpan<byte> frame) =>
        Frame.Read(frame, ProtocolJson.Default.ExchangeResponse, response =>
        {
            // A list of outcomes with holes would pass the serializer: nullability is not checked inside lists.
            Lengths(response.Outcomes, _ => 0, Limits.EnvelopesPerExchange);
            return Lengths(response.Messages, message => message.Length, Limits.MessagesPerExchange);
        });

    private static int[] Lengths<T>(IReadOnlyList<T> announced, Func<T, int> length, int limit)
    {
        if (announced.Count > limit)
        {
            throw new MalformedFrameException(Refusals.TooLarge, "The frame announces too many items.");
        }

        return announced.Any(item => item is null)
            ? throw new MalformedFrameException(Refusals.Malformed, "The frame announces an item that is null.")
            : [.. announced.Select(length)];
    }
}
