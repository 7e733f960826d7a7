using System.Net;
using System.Net.Http.Headers;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>Real HTTP to a reporting point, over a line that does to the next request what it is told.</summary>
internal sealed class HostileWire(IFaultedPoint point, ManualTimeProvider deviceTime, Random random) : HttpMessageHandler
{
    private readonly HttpClient line = new();
    private readonly List<Parcel> held = [];
    private Reply? last;

    public Fault? Next { get; set; }

    /// <summary>Called when the device dies at this moment.</summary>
    public Action DeviceDies { get; set; } = () => { };

    /// <summary>What was held up for good arrives after all.</summary>
    public async Task LetGoAsync()
    {
        foreach (var parcel in held)
        {
            await DeliverAsync(parcel);
        }

        held.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parcel = new Parcel(
            request.Method, request.RequestUri!.PathAndQuery, request.Headers.Authorization, request.Content?.Headers.ContentType,
            request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(CancellationToken.None));
        var fault = Next;
        Next = null;
        var reply = await CarryAsync(parcel, fault);
        cancellationToken.ThrowIfCancellationRequested();
        return reply.ToMessage();
    }

    protected override void Dispose(bool disposing)
    {
        line.Dispose();
        base.Dispose(disposing);
    }

    private async Task<Reply> CarryAsync(Parcel parcel, Fault? fault)
    {
        var before = last;
        switch (fault)
        {
            case Fault.RequestLost:
                throw new HttpRequestException("lost");
            case Fault.Reordered:
                held.Add(parcel);
                throw new HttpRequestException("held up");
            case Fault.DeviceKilledBeforeSending:
                DeviceDies();
                throw new HttpRequestException("died");
            case Fault.ServerKilled:
                return await KillServerAsync(parcel);
            case Fault.Delayed:
                deviceTime.Advance(TimeSpan.FromSeconds(random.Next(1, 120)));
                point.Clock?.Advance(TimeSpan.FromSeconds(random.Next(1, 120)));
                break;
            case Fault.Duplicated:
                await DeliverAsync(parcel);
                break;
        }

        var reply = await DeliverAsync(parcel with { Body = fault == Fault.RequestTruncated ? Cut(parcel.Body) : parcel.Body });
        await LetGoAsync();
        last = reply;
        switch (fault)
        {
            case Fault.AnswerLost:
                throw new HttpRequestException("lost");
            case Fault.DeviceKilledBeforeAnswer:
                DeviceDies();
                throw new HttpRequestException("died");
            case Fault.StaleAnswer:
                return before ?? reply;
            case Fault.AnswerTruncated:
                return reply with { Body = Cut(reply.Body)! };
            default:
                return reply;
        }
    }

    private async Task<Reply> KillServerAsync(Parcel parcel)
    {
        // On its way, or stored and not answered: by chance, and for a real process in the middle of it.
        var sending = DeliverAsync(parcel);
        if (random.Next(2) == 0)
        {
            await IgnoreAsync(sending);
        }

        await Task.Run(point.Die);
        await IgnoreAsync(sending);
        await point.ComeBackAsync();
        throw new HttpRequestException("killed");
    }

    private static async Task IgnoreAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            // Its other end is gone.
        }
    }

    private async Task<Reply> DeliverAsync(Parcel parcel)
    {
        using var message = new HttpRequestMessage(parcel.Method, new Uri(point.Address, parcel.Path));
        message.Headers.Authorization = parcel.Authorization;
        if (parcel.Body is not null)
        {
            message.Content = new ByteArrayContent(parcel.Body);
            message.Content.Headers.ContentType = parcel.Type;
        }

        using var answer = await line.SendAsync(message);
        return new(answer.StatusCode, answer.Content.Headers.ContentType, answer.Headers.RetryAfter, await answer.Content.ReadAsByteArrayAsync());
    }

    private byte[]? Cut(byte[]? body) => body is null or [] ? body : body[..random.Next(body.Length)];

    private sealed record Parcel(HttpMethod Method, string Path, AuthenticationHeaderValue? Authorization, MediaTypeHeaderValue? Type, byte[]? Body);

    private sealed record Reply(HttpStatusCode Status, MediaTypeHeaderValue? Type, RetryConditionHeaderValue? RetryAfter, byte[] Body)
    {
        public HttpResponseMessage ToMessage()
        {
            var message = new HttpResponseMessage(Status) { Content = new ByteArrayContent(Body) };
            message.Content.Headers.ContentType = Type;
            message.Headers.RetryAfter = RetryAfter;
            return message;
        }
    }
}
