using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage.Rows;

namespace FieldKit.Benchmarks.Load;

/// <summary>
/// One of very many: a token and random bytes in place of sealed ones, so that the cores are left to the server. It looks at every
/// outcome, and verifies no receipt.
/// </summary>
internal sealed class LoadedDevice(string municipality)
{
    /// <summary>2 KiB of text, packed and sealed.</summary>
    public const int SealedBytes = 2048 + Limits.SealOverheadBytes;

    /// <summary>Of content/forms/signaal.yaml.</summary>
    private const int FormVersion = 3;

    private readonly Guid id = Guid.CreateVersion7();
    private readonly byte[] token = RandomNumberGenerator.GetBytes(TokenChain.TokenBytes);
    private long cursor;
    private long contentSequence;

    /// <summary>As the reporting point knows it after its enrolment.</summary>
    public DeviceRow Row => new()
    {
        Id = id,
        PublicKey = RandomNumberGenerator.GetBytes(65),
        TokenHash = SHA256.HashData(token),
        Municipality = municipality,
        Organisation = "Jongerenwerk",
        Role = "jongerenwerk",
    };

    public static List<byte[]> Bodies(int count) => [.. Enumerable.Range(0, count).Select(_ => RandomNumberGenerator.GetBytes(SealedBytes))];

    /// <returns>From having the frame to having read the answer.</returns>
    /// <exception cref="InvalidOperationException">Something of it was not received.</exception>
    public async Task<TimeSpan> ExchangeAsync(HttpClient http, IReadOnlyList<byte[]> bodies)
    {
        var headers = bodies
            .Select(body => new EnvelopeHeader(Guid.CreateVersion7(), EnvelopeKinds.Signal, municipality, "signaal", FormVersion, 1, body.Length, null))
            .ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/exchange")
        {
            Content = new ByteArrayContent(ExchangeFrame.Write(new ExchangeRequest(cursor, null, contentSequence, headers), bodies)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Frame.ContentType);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {id:N}.{Base64Url.EncodeToString(token)}");

        var start = TimeProvider.System.GetTimestamp();
        using var answer = await http.SendAsync(request);
        var frame = await answer.Content.ReadAsByteArrayAsync();
        var time = TimeProvider.System.GetElapsedTime(start);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Refused: {(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(frame)}");
        }

        var told = ExchangeFrame.ReadResponse(frame).Header;
        if (told.Outcomes.Count != bodies.Count || told.Outcomes.Any(outcome => outcome.Sequence is null) || (bodies.Count > 0 && told.Receipt is null))
        {
            throw new InvalidOperationException($"Not everything was received: {string.Join(", ", told.Outcomes.Select(outcome => outcome.Refusal).Distinct())}.");
        }

        (cursor, contentSequence) = (told.Cursor, told.ContentSequence);
        return time;
    }
}
