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
    WriteGate gate,
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
        await using var turn = await gate.EnterAsync(db, municipality: null, cancellation);
        var stored = await StoredAsync(db, cancellation);
        var file = stored?.Manifest.Signature is null ? await FromFolderAsync(db, stored, cancellation) : stored;
        if (file.Manifest.Signature is not null)
        {
            log.LogInformation("The content is what was published last (sequence {Sequence}); the content folder is not used.", file.Manifest.Sequence);
        }

        var publication = await PublicationOfAsync(db, file, cancellation);
        await turn.SaveAsync();
        published.Set(publication);
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

    /// <returns>The edition in force, or null before the first start.</returns>
    public static async Task<ContentFile?> StoredAsync(ReportingPointDb db, CancellationToken cancellation) =>
        await db.ContentFiles.AsNoTracking().SingleOrDefaultAsync(cancellation) is { } row ? ContentFile.Read(row.Bytes) : null;

    /// <summary>In place of the one that is there, within the caller's unit of work.</summary>
    public static async Task StoreAsync(ReportingPointDb db, ContentFile file, CancellationToken cancellation)
    {
        await db.ContentFiles.ExecuteDeleteAsync(cancellation);
        db.Add(new ContentFileRow { Sequence = file.Manifest.Sequence, Bytes = file.Write() });
    }

    private async Task<ContentFile> FromFolderAsync(ReportingPointDb db, ContentFile? stored, CancellationToken cancellation)
    {
        var content = Compile(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var own = await db.ReportingPoint.SingleAsync(cancellation);
        var hash = HashOf(content);
        if (stored is not null && hash.AsSpan().SequenceEqual(own.ContentHash))
        {
            return stored;
        }

        (own.ContentHash, own.ContentBuiltOn, own.ContentSequence) = (hash, content.BuiltOn, own.ContentSequence + 1);
        var file = BundleFile.Build(content, own.ContentSequence, ValidUntil(clock));
        if (file.Manifest.Fault() is { } fault)
        {
            throw new InvalidOperationException($"The content cannot be used: {fault}.");
        }

        await StoreAsync(db, file, cancellation);
        return file;
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
