using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Doorstep;

/// <summary>Told to stop, as by SIGTERM, while devices are in the middle of something.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Exchange_that_is_half_way_up_is_finished_stored_and_receipted_while_nobody_else_gets_in()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        using var body = new HeldBody(ExchangeFrame.Write(new ExchangeRequest(0, null, 0, [envelope.Header]), [envelope.Body]));

        // The body is asked for (100 Continue) by the program itself: from then on the exchange has begun.
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = Timeout.InfiniteTimeSpan });
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(point.Address, "/api/v1/exchange")) { Content = body };
        request.Headers.ExpectContinue = true;
        request.Headers.TryAddWithoutValidation("Authorization", worker.Authorization);
        var answering = http.SendAsync(request);
        await body.HalfSent;

        var stopping = Task.Run(point.Halt);
        await UntilNobodyGetsInAsync();
        Assert.False(stopping.IsCompleted || answering.IsCompleted);
        body.Release();

        using var answer = await answering;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(worker.Verifies(ExchangeFrame.ReadResponse(await answer.Content.ReadAsByteArrayAsync()).Header, envelope));
        await stopping;
        point.Restart();
        Assert.Equal(1, (await worker.ExchangeAsync(envelope)).Header.Outcomes.Single().Sequence);
        Assert.Equal(["1"], await point.ReadAsync("SELECT count(*) FROM envelopes"));
    }

    public void Dispose() => point.Dispose();

    private async Task UntilNobodyGetsInAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(point.Address.Host, point.Address.Port, patience.Token);
            }
            catch (SocketException failure)
            {
                // Reset: it was let into the queue of a door that closed at that moment.
                if (failure.SocketErrorCode == SocketError.ConnectionRefused)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Half of it goes, the rest when the test says so.</summary>
    private sealed class HeldBody : HttpContent
    {
        private readonly byte[] bytes;
        private readonly TaskCompletionSource half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HeldBody(byte[] bytes)
        {
            this.bytes = bytes;
            Headers.ContentType = new MediaTypeHeaderValue(Frame.ContentType);
        }

        public Task HalfSent => half.Task;

        public void Release() => rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            half.SetResult();
            await rest.Task;
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
