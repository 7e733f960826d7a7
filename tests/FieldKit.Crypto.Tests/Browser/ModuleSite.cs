using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>Serves the bundled modules and one script of checks on a free port, and waits for what the script reports.</summary>
internal sealed class ModuleSite : IDisposable
{
    private const string Page = "<!doctype html><title>checks</title><script type=\"module\" src=\"/device-checks.js\"></script>";

    // The policy that the reporting point sends: what passes here passes there.
    private const string Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

    private readonly HttpListener listener = new();
    private readonly string bundles;

    public ModuleSite(string bundles)
    {
        this.bundles = bundles;
        Address = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
    }

    public string Address { get; }

    /// <summary>Serves until the page posts its report.</summary>
    public async Task<string> ReportAsync(CancellationToken cancelled)
    {
        while (true)
        {
            var context = await listener.GetContextAsync().WaitAsync(cancelled);
            if (context.Request.HttpMethod == "POST")
            {
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                var report = await reader.ReadToEndAsync(cancelled);
                context.Response.Close();
                return report;
            }

            Answer(context);
        }
    }

    public void Dispose() => listener.Close();

    private void Answer(HttpListenerContext context)
    {
        var (type, body) = context.Request.Url!.AbsolutePath switch
        {
            "/" => ("text/html", Encoding.UTF8.GetBytes(Page)),
            "/device-checks.js" => ("text/javascript", File.ReadAllBytes(Path.Combine(Repository.Tests, "device-checks.js"))),
            "/device.js" => ("text/javascript", File.ReadAllBytes(Path.Combine(bundles, "device.js"))),
            "/device-worker.js" => ("text/javascript", File.ReadAllBytes(Path.Combine(bundles, "device-worker.js"))),
            "/argon2-worker.js" => ("text/javascript", File.ReadAllBytes(Path.Combine(bundles, "argon2-worker.js"))),
            _ => ("text/plain", []),
        };
        context.Response.StatusCode = body.Length == 0 ? 404 : 200;
        context.Response.ContentType = type;
        context.Response.AddHeader("Content-Security-Policy", Policy);
        context.Response.Close(body, willBlock: false);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
