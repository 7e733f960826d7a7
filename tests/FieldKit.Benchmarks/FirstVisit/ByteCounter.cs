using System.Net;
using System.Net.Sockets;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>Stands between a browser and a site and counts every byte that comes down, service worker and headers included.</summary>
internal sealed class ByteCounter : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri site;
    private long bytes;

    public ByteCounter(Uri site)
    {
        this.site = site;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public long Bytes => Interlocked.Read(ref bytes);

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

    private async Task RelayAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(site.Host, site.Port);
            await Task.WhenAny(
                near.GetStream().CopyToAsync(far.GetStream()),
                CountAsync(far.GetStream(), near.GetStream()));
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // Either side may hang up at any moment.
        }
    }

    private async Task CountAsync(Stream from, Stream into)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            Interlocked.Add(ref bytes, read);
            await into.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
