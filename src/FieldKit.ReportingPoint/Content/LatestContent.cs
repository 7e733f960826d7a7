using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Content;

/// <summary>
/// Puts in force here what another node published. Asked before content is served or relied on, so that a device that is
/// sent to another node each time never sees the content go back.
/// </summary>
internal sealed class LatestContent(IDbContextFactory<ReportingPointDb> databases, PublishedContent published, DatabaseChoice choice)
{
    public static async ValueTask<object?> Look(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        await context.RequestServices.GetRequiredService<LatestContent>().LookAsync(context.RequestAborted);
        return await next(call);
    }

    public async Task LookAsync(CancellationToken cancellation)
    {
        // A node that has its database to itself has published all that is in it.
        if (choice.IsShared)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            await CatchUpAsync(await db.ReportingPoint.Select(row => row.ContentSequence).SingleAsync(cancellation), cancellation);
        }
    }

    /// <param name="sequence">Of the edition in force, as the database says.</param>
    public async Task CatchUpAsync(long sequence, CancellationToken cancellation)
    {
        if (sequence <= published.Sequence)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await ContentPublication.StoredAsync(db, cancellation) is { } file)
        {
            var forms = await db.Forms.AsNoTracking().ToListAsync(cancellation);
            published.Set(new(file, forms.Select(form => (form.Id, form.Version))));
        }
    }
}
