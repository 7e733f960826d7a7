using System.Buffers.Binary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FieldKit.Benchmarks.Sync;

/// <summary>
/// The floor's server: the smallest that keeps the blobs of one POST in one durable transaction.
/// It runs in a process of its own, as the reporting point does.
/// </summary>
internal sealed class PlainPoint(IPlainStore store)
{
    public const string Verb = "plain-point";

    /// <summary>Answers a POST without a transaction: what HTTP alone costs.</summary>
    public const string HttpOnly = "http-only";

    /// <summary>Serves until the process is killed.</summary>
    /// <param name="store">A file for SQLite, or a connection string for PostgreSQL.</param>
    public static async Task RunAsync(string address, string store)
    {
        await using IPlainStore kept = store.StartsWith("Host=", StringComparison.Ordinal) ? await PlainPostgres.OpenAsync(store) : new PlainSqlite(store);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var server = builder.Build();
        server.Run(new PlainPoint(kept).KeepAsync);
        await server.RunAsync();
    }

    private async Task KeepAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (HttpMethods.IsGet(context.Request.Method) || context.Request.Path == $"/{HttpOnly}")
        {
            // Asked whether it is there, or no more than an answer.
            return;
        }

        var body = new byte[context.Request.ContentLength ?? 0];
        await context.Request.Body.ReadExactlyAsync(body);
        await store.KeepAsync(Blobs(body));
    }

    private static List<byte[]> Blobs(byte[] body)
    {
        var blobs = new List<byte[]>();
        for (var offset = 0; offset < body.Length; offset += blobs[^1].Length + 4)
        {
            var size = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(offset));
            blobs.Add(body[(offset + 4)..(offset + 4 + size)]);
        }

        return blobs;
    }
}
