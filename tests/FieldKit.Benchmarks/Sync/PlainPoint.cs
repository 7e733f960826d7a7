using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace FieldKit.Benchmarks.Sync;

/// <summary>
/// The floor's server: the smallest that keeps a hundred blobs of one POST in one durable transaction.
/// It runs in a process of its own, as the reporting point does.
/// </summary>
internal sealed class PlainPoint : IDisposable
{
    public const string Verb = "plain-point";
    private readonly SqliteConnection connection;

    private PlainPoint(string file)
    {
        connection = new($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE Blobs (Id INTEGER PRIMARY KEY, Bytes BLOB NOT NULL)";
        command.ExecuteNonQuery();
    }

    /// <summary>Serves until the process is killed.</summary>
    public static async Task RunAsync(string address, string file)
    {
        using var point = new PlainPoint(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var server = builder.Build();
        server.Run(point.KeepAsync);
        await server.RunAsync();
    }

    public void Dispose() => connection.Dispose();

    private async Task KeepAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not { } length)
        {
            // Asked whether it is there.
            return;
        }

        var body = new byte[length];
        await context.Request.Body.ReadExactlyAsync(body);
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO Blobs (Bytes) VALUES ($bytes)";
        var blob = insert.Parameters.Add("$bytes", SqliteType.Blob);
        for (var offset = 0; offset < body.Length;)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(offset));
            blob.Value = body[(offset + 4)..(offset + 4 + size)];
            insert.ExecuteNonQuery();
            offset += size + 4;
        }

        transaction.Commit();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
