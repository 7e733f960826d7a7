using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Content;
using FieldKit.Content.Bundles;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Content;

/// <summary>Reads and checks the content as it is now.</summary>
internal delegate CompilationResult CompileContent(DateOnly builtOn);

/// <summary>
/// Puts the content in force at the start: what an editor published last; before the first time, the content folder.
/// A folder that changed since the last start gets the next sequence.
/// </summary>
internal sealed class ContentPublication(
    CompileContent compile,
    IDbContextFactory<ReportingPointDb> databases,
    PublishedContent published,
    TimeProvider clock,
    ILogger<ContentPublication> log) : IHostedService
{
    /// <summary>A device that has not been online for this long says that its content is old.</summary>
    private const int ValidDays = 90;

    public static DateOnly ValidUntil(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(ValidDays);

    public async Task StartAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var stored = await db.ContentFiles.AsNoTracking().SingleOrDefaultAsync(cancellation);
        var file = stored is null ? await FromFolderAsync(db, cancellation) : ContentFile.Read(stored.Bytes);
        if (stored is not null)
        {
            log.LogInformation("The content is what was published last (sequence {Sequence}); the content folder is not used.", file.Manifest.Sequence);
        }

        published.Set(await PublicationOfAsync(db, file, cancellation));
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Remembers the edition's forms, within the caller's unit of work, and makes it ready to be put in force.</summary>
    public static async Task<Publication> PublicationOfAsync(ReportingPointDb db, ContentFile file, CancellationToken cancellation)
    {
        foreach (var form in BundleFile.Open(file).Forms)
        {
            if (await db.Forms.FindAsync([form.Id, form.Version], cancellation) is null)
            {
                db.Add(new FormRow { Id = form.Id, Version = form.Version });
            }
        }

        await db.SaveChangesAsync(cancellation);
        var forms = await db.Forms.AsNoTracking().ToListAsync(cancellation);
        return new(file, forms.Select(form => (form.Id, form.Version)));
    }

    private async Task<ContentFile> FromFolderAsync(ReportingPointDb db, CancellationToken cancellation)
    {
        var content = Compile(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var own = await db.ReportingPoint.SingleAsync(cancellation);
        var hash = HashOf(content);
        if (!hash.AsSpan().SequenceEqual(own.ContentHash))
        {
            own.ContentHash = hash;
            own.ContentBuiltOn = content.BuiltOn;
            own.ContentSequence++;
        }

        var file = BundleFile.Build(content with { BuiltOn = own.ContentBuiltOn }, own.ContentSequence, ValidUntil(clock));
        return file.Manifest.Fault() is { } fault
            ? throw new InvalidOperationException($"The content cannot be used: {fault}.")
            : file;
    }

    private ContentBundle Compile(DateOnly builtOn)
    {
        var result = compile(builtOn);
        return result.Bundle ?? throw new InvalidOperationException(
            string.Join('\n', ["The content cannot be used:", .. result.Errors.Select(error => error.ToString())]));
    }

    /// <summary>The day of building left out: starting again tomorrow is no new content.</summary>
    private static byte[] HashOf(ContentBundle content) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content with { BuiltOn = DateOnly.MinValue }, DomainJson.Default.ContentBundle));
}
