using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff;
using FieldKit.ReportingPoint.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Content;

/// <summary>Takes a signed content file from an editor and puts it in force, without a restart. Accepted or refused, it is in the audit log.</summary>
internal sealed class ContentUpload(
    ReportingPointDb db, WriteGate gate, CurrentStaff current, PublishedContent published, LatestContent latest, SigningKey signing, AuditLog audit, TimeProvider clock)
{
    public static Refusal[] Refusals => [Refusal.ContentNotSigned, Refusal.ContentExpired, Refusal.ContentIncomplete, Refusal.ContentOlder];

    public async Task<IResult> PublishAsync(HttpRequest request)
    {
        if (!current.Member.RoleList.Contains(StaffRoles.Editor))
        {
            return await RefuseAsync(Refusal.NotAllowed);
        }

        if (request.ContentType != ContentFile.ContentType)
        {
            return await RefuseAsync(Refusal.OtherMediaType);
        }

        ContentFile file;
        try
        {
            file = ContentFile.Read(await ReadAsync(request));
        }
        catch (MalformedContentException)
        {
            return await RefuseAsync(Refusal.Malformed);
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefuseAsync(Refusal.TooLarge);
        }

        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);

        // What another node published meanwhile is in force here too.
        await latest.LookAsync(CancellationToken.None);
        return await RefusalOfAsync(file) is { } refusal ? await RefuseInTurnAsync(turn, refusal) : await StoreAsync(turn, file);
    }

    private static Task<byte[]> ReadAsync(HttpRequest request)
    {
        // A content file may be larger than anything a device sends; only who may publish gets here.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } bound)
        {
            bound.MaxRequestBodySize = ContentFile.MaximumBytes + 1;
        }

        return RequestBody.ReadBytesAsync(request, ContentFile.MaximumBytes);
    }

    private async Task<Refusal?> RefusalOfAsync(ContentFile file)
    {
        if (!BundleFile.IsSignedBy(signing.PublicKey, file.Manifest))
        {
            return Refusal.ContentNotSigned;
        }

        if (file.Manifest.ValidUntil < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            return Refusal.ContentExpired;
        }

        try
        {
            var present = BundleFile.Open(file).Municipalities.Select(municipality => municipality.Id).ToHashSet();
            var served = await db.Epochs.Select(row => row.Municipality).Distinct().ToListAsync();
            if (!served.All(present.Contains))
            {
                // Their devices and stages would be left without a chain.
                return Refusal.ContentIncomplete;
            }
        }
        catch (JsonException)
        {
            return Refusal.Malformed;
        }

        return file.Manifest.Sequence > published.Sequence || IsInForce(file) ? null : Refusal.ContentOlder;
    }

    /// <summary>Sent again after a lost answer.</summary>
    private bool IsInForce(ContentFile file) =>
        published.Current.File.Manifest.Signature is { } signature && signature.AsSpan().SequenceEqual(file.Manifest.Signature);

    private async Task<IResult> StoreAsync(WriteTurn turn, ContentFile file)
    {
        if (IsInForce(file))
        {
            return Results.NoContent();
        }

        await ContentPublication.StoreAsync(db, file, CancellationToken.None);
        var own = await db.ReportingPoint.SingleAsync();
        own.ContentSequence = file.Manifest.Sequence;
        own.ContentBuiltOn = file.Manifest.BuiltOn;
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.ContentPublished, $"sequence {file.Manifest.Sequence}");
        var publication = await ContentPublication.PublicationOfAsync(db, file, CancellationToken.None);
        await turn.SaveAsync();
        published.Set(publication);
        return Results.NoContent();
    }

    private async Task<IResult> RefuseAsync(Refusal refusal)
    {
        await using var turn = await gate.EnterAsync(db, municipality: null, CancellationToken.None);
        return await RefuseInTurnAsync(turn, refusal);
    }

    private async Task<IResult> RefuseInTurnAsync(WriteTurn turn, Refusal refusal)
    {
        await audit.AppendAsync(current.Municipality, current.Member.Id, AuditActions.ContentRefused, refusal.Code);
        await turn.SaveAsync();
        return refusal;
    }
}
