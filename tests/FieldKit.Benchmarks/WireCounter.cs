using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace FieldKit.Benchmarks;

/// <summary>Stands between a client and a site and counts every byte, headers included, and what is asked for.</summary>
internal sealed partial class WireCounter : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri site;
    private readonly ConcurrentQueue<string> asked = [];
    private long up;
    private long down;

    public WireCounter(Uri site)
    {
        this.site = site;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public long Down => Interlocked.Read(ref down);

    public long BothWays => Down + Interlocked.Read(ref up);

    /// <summary>Addresses that were asked for more than once.</summary>
    public IReadOnlyList<string> AskedTwice => [.. asked.GroupBy(address => address).Where(times => times.Count() > 1).Select(times => $"{times.Key} ({times.Count()}×)")];

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RelayAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed: the measurement is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(site.Host, site.Port);
            await Task.WhenAny(
                CopyAsync(near.GetStream(), far.GetStream(), sent =>
                {
                    Interlocked.Add(ref up, sent.Length);
                    foreach (Match request in RequestPattern().Matches(Encoding.ASCII.GetString(sent)))
                    {
                        asked.Enqueue(request.Groups[1].Value);
                    }
                }),
                CopyAsync(far.GetStream(), near.GetStream(), got => Interlocked.Add(ref down, got.Length)));
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // Either side may hang up at any moment.
        }
    }

    private delegate void Counted(ReadOnlySpan<byte> bytes);

    private static async Task CopyAsync(NetworkStream from, NetworkStream into, Counted count)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            count(buffer.AsSpan(0, read));
            await into.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    // Chromium writes each request's head at once.
    [GeneratedRegex(@"(?:GET|POST) (\S+) HTTP/1\.1\r\n")]
    private static partial Regex RequestPattern();
}
