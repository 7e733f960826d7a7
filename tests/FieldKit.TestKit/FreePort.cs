using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FieldKit.TestKit;

public static class FreePort
{
    private static readonly ConcurrentDictionary<int, bool> Found = new();

    /// <summary>Never the same twice in a process: a server that is killed comes back to its own.</summary>
    public static int Find()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (Found.TryAdd(port, true))
            {
                return port;
            }
        }
    }
}
