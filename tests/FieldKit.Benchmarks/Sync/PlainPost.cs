using System.Buffers.Binary;
using System.Diagnostics;

namespace FieldKit.Benchmarks.Sync;

/// <summary>The floor: the sealed bytes in one POST to a <see cref="PlainPoint"/> of its own.</summary>
internal sealed class PlainPost : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();
    private readonly Process server;

    private PlainPost(string? postgres) => server = Process.Start(
        Environment.ProcessPath!,
        [typeof(PlainPost).Assembly.Location, PlainPoint.Verb, Address.ToString(), postgres ?? folder.File("floor.db")]);

    public Uri Address { get; } = new($"http://localhost:{FreePort.Find()}/");

    /// <param name="postgres">A connection string; without one it keeps a SQLite file.</param>
    public static async Task<PlainPost> StartAsync(string? postgres = null)
    {
        var post = new PlainPost(postgres);
        await Listening.UntilAsync(post.Address);
        return post;
    }

    /// <returns>From having the bytes to having the answer.</returns>
    public async Task<TimeSpan> SendAsync(Uri address, IReadOnlyList<byte[]> blobs)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await http.PostAsync(address, new ByteArrayContent(Join(blobs)));
        var time = TimeProvider.System.GetElapsedTime(start);
        answer.EnsureSuccessStatusCode();
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    private static byte[] Join(IReadOnlyList<byte[]> blobs)
    {
        var body = new byte[blobs.Sum(blob => blob.Length + 4)];
        var offset = 0;
        foreach (var blob in blobs)
        {
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(offset), blob.Length);
            blob.CopyTo(body, offset + 4);
            offset += blob.Length + 4;
        }

        return body;
    }
}
