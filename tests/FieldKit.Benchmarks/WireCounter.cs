using System.Net;
using System.Net.Sockets;

namespace FieldKit.Benchmarks;

/// <summary>Stands between a client and a site and counts every byte, headers included.</summary>
internal sealed class WireCounter : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri site;
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
                CopyAsync(near.GetStream(), far.GetStream(), read => Interlocked.Add(ref up, read)),
                CopyAsync(far.GetStream(), near.GetStream(), read => Interlocked.Add(ref down, read)));
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // Either side may hang up at any moment.
        }
    }

    private static async Task CopyAsync(NetworkStream from, NetworkStream into, Action<int> count)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            count(read);
            await into.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
