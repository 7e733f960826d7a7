using System.Net.Sockets;
using System.Text;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Sqlite;

/// <summary>Real sockets and real time, because that is what the web server goes by; no database is involved, so on one of them.</summary>
public sealed class SlowSenderTests : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Who_trickles_a_body_is_cut_off_and_told_why_while_who_is_merely_slow_is_answered()
    {
        var device = await point.EnrolledAsync();
        var trickling = SendAsync(Head(device, length: 100_000), perTurn: 1, turns: int.MaxValue);
        // 200 bytes a second, for longer than anybody is given to be slower than that.
        var slow = SendAsync(Head(device, length: 4_000), perTurn: 100, turns: 40);

        var (cut, said) = (await trickling, await slow);

        Assert.StartsWith("HTTP/1.1 408 ", cut);
        Assert.Contains($"\"code\":\"{Refusals.TooSlow}\"", cut);
        Assert.StartsWith("HTTP/1.1 400 ", said);
        Assert.Contains($"\"code\":\"{Refusals.Malformed}\"", said);
    }

    [Fact]
    public async Task Who_trickles_headers_is_cut_off()
    {
        var said = await SendAsync("POST /api/v1/exchange HTTP/1.1\r\nHost: meldpunt\r\nX-Slow: ", perTurn: 1, turns: int.MaxValue);

        Assert.StartsWith("HTTP/1.1 408 ", said);
    }

    public void Dispose() => point.Dispose();

    private static string Head(FieldDevice device, int length) =>
        $"POST /api/v1/exchange HTTP/1.1\r\nHost: meldpunt\r\nConnection: close\r\nContent-Type: {Frame.ContentType}\r\nContent-Length: {length}\r\n"
        + $"Authorization: Bearer {device.Id:N}.{System.Buffers.Text.Base64Url.EncodeToString(device.Token)}\r\n\r\n";

    /// <returns>All that came back, until the other side closed.</returns>
    private async Task<string> SendAsync(string head, int perTurn, int turns)
    {
        using var over = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(point.Address.Host, point.Address.Port, over.Token);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), over.Token);
        var answer = ReadAsync(stream, over.Token);
        using var turn = new PeriodicTimer(Between);
        for (var sent = 0; sent < turns && !answer.IsCompleted; sent++)
        {
            await turn.WaitForNextTickAsync(over.Token);
            try
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', perTurn)), over.Token);
            }
            catch (IOException)
            {
                break;
            }
        }

        return await answer;
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var said = new StringBuilder();
        var piece = new byte[4096];
        try
        {
            for (int read; (read = await stream.ReadAsync(piece, cancellation)) > 0;)
            {
                said.Append(Encoding.ASCII.GetString(piece, 0, read));
            }
        }
        catch (IOException)
        {
            // Reset after the answer: the other side did not wait for the rest.
        }

        return said.ToString();
    }
}
