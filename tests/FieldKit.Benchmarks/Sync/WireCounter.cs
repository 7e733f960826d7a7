using System.Net;
using System.Net.Sockets;

namespace FieldKit.Benchmarks.Sync;

/// <summary>Stands between client and server and counts every byte both ways, headers included.</summary>
internal sealed class WireCounter : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;
    private long bytes;

    public WireCounter(Uri target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

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

    private async Task RelayAsync(TcpClient accepted)
    {
        using var near = accepted;
        using var far = new TcpClient();
        await far.ConnectAsync(target.Host, target.Port);
        await Task.WhenAny(CountAsync(near.GetStream(), far.GetStream()), CountAsync(far.GetStream(), near.GetStream()));
    }

    private async Task CountAsync(NetworkStream from, NetworkStream into)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                Interlocked.Add(ref bytes, read);
                await into.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (IOException)
        {
            // Either side may hang up.
        }
    }
}
