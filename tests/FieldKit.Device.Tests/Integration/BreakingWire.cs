using System.Net;
using System.Net.Sockets;

namespace FieldKit.Device.Tests.Integration;

/// <summary>A connection between device and reporting point that can break between the request and the answer.</summary>
public sealed class BreakingWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri target;

    public BreakingWire(Uri target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Runs once, when the next answer's first byte is there and before any of it is passed on; then the wire is cut.</summary>
    public Action? AtNextAnswer { get; set; }

    /// <summary>Runs once, when the next request's first bytes have passed; then the wire is cut.</summary>
    public Action? AtNextRequest { get; set; }

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
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient())
        {
            try
            {
                await far.ConnectAsync(target.Host, target.Port);
                await Task.WhenAny(
                    CopyAsync(near.GetStream(), far.GetStream(), before: false),
                    CopyAsync(far.GetStream(), near.GetStream(), before: true));
            }
            catch (SocketException)
            {
                // Nobody listens there now: the device sees its connection close.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream into, bool before)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (before && AtNextAnswer is { } cut)
                {
                    AtNextAnswer = null;
                    cut();
                    return;
                }

                await into.WriteAsync(buffer.AsMemory(0, read));
                if (!before && AtNextRequest is { } kill)
                {
                    AtNextRequest = null;
                    kill();
                    return;
                }
            }
        }
        catch (IOException)
        {
            // Either side may hang up.
        }
    }
}
