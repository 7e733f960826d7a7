using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FieldKit.Benchmarks.Sync;

/// <summary>The floor: the smallest server that keeps a hundred blobs of one POST in one durable transaction.</summary>
internal sealed class PlainPoint : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fieldkit-floor-").FullName;
    private readonly HttpClient http = new();
    private readonly SqliteConnection connection;
    private readonly WebApplication server;

    private PlainPoint()
    {
        connection = new($"Data Source={Path.Combine(folder, "floor.db")};Pooling=False");
        connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Blobs (Id INTEGER PRIMARY KEY, Bytes BLOB NOT NULL)");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        server = builder.Build();
        server.Run(KeepAsync);
    }

    public Uri Address { get; } = new($"http://localhost:{FreePort.Find()}/");

    public static async Task<PlainPoint> StartAsync()
    {
        var point = new PlainPoint();
        await point.server.StartAsync();
        return point;
    }

    /// <returns>From having the bytes to having the answer.</returns>
    public async Task<TimeSpan> PostAsync(Uri address, IReadOnlyList<byte[]> blobs)
    {
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await http.PostAsync(address, new ByteArrayContent(Join(blobs)));
        var time = TimeProvider.System.GetElapsedTime(start);
        answer.EnsureSuccessStatusCode();
        return time;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await connection.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
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

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream((int)context.Request.ContentLength!);
        await context.Request.Body.CopyToAsync(body);
        var bytes = body.GetBuffer();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Blobs (Bytes) VALUES ($bytes)";
        var blob = insert.Parameters.Add("$bytes", SqliteType.Blob);
        for (var offset = 0; offset < body.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(offset));
            blob.Value = bytes[(offset + 4)..(offset + 4 + length)];
            insert.ExecuteNonQuery();
            offset += length + 4;
        }

        transaction.Commit();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
