using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Content;
using FieldKit.Domain;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Content;

/// <summary>Reads and checks the content as it is now.</summary>
internal delegate CompilationResult CompileContent(DateOnly builtOn);

/// <summary>Compiles the content at the start. Content that changed since the last start gets the next sequence.</summary>
internal sealed class ContentPublication(
    CompileContent compile, IDbContextFactory<ReportingPointDb> databases, PublishedContent published, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        var content = Compile(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var own = await db.ReportingPoint.SingleAsync(cancellation);
        var hash = HashOf(content);
        if (!hash.AsSpan().SequenceEqual(own.ContentHash))
        {
            own.ContentHash = hash;
            own.ContentBuiltOn = content.BuiltOn;
            own.ContentSequence++;
        }

        await RememberFormsAsync(db, content, cancellation);
        await db.SaveChangesAsync(cancellation);
        var forms = await db.Forms.AsNoTracking().ToListAsync(cancellation);
        published.Set(content with { BuiltOn = own.ContentBuiltOn }, own.ContentSequence, forms.Select(form => (form.Id, form.Version)));
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    private ContentBundle Compile(DateOnly builtOn)
    {
        var result = compile(builtOn);
        return result.Bundle ?? throw new InvalidOperationException(
            string.Join('\n', ["The content cannot be used:", .. result.Errors.Select(error => error.ToString())]));
    }

    /// <summary>The day of building left out: starting again tomorrow is no new content.</summary>
    private static byte[] HashOf(ContentBundle content) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content with { BuiltOn = DateOnly.MinValue }, DomainJson.Default.ContentBundle));

    private static async Task RememberFormsAsync(ReportingPointDb db, ContentBundle content, CancellationToken cancellation)
    {
        foreach (var form in content.Forms)
        {
            if (await db.Forms.FindAsync([form.Id, form.Version], cancellation) is null)
            {
                db.Add(new FormRow { Id = form.Id, Version = form.Version });
            }
        }
    }
}
