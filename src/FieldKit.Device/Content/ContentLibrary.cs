using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Device.Content;

/// <summary>
/// The flowcharts, guides, contacts and forms on this device: always an edition that verified. A newer one waits until the
/// app starts anew or somebody asks for it, so that nothing changes under a reader's eyes. Needs no PIN and no enrolment.
/// </summary>
/// <param name="store">Content is public and is kept as it is.</param>
public sealed class ContentLibrary(IRecordStore store, IReportingPoint reportingPoint, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    private readonly EditionStore editions = new(store, keys);
    private readonly ContentFetch fetch = new(reportingPoint);
    private readonly SemaphoreSlim one = new(1, 1);
    private Edition? current;
    private Edition? waiting;

    /// <summary>Sequence of the newest edition here, in use or waiting; 0 for none.</summary>
    public long Sequence => (waiting ?? current)?.Sequence ?? 0;

    /// <summary>Null when there is no content in use.</summary>
    public ContentAge? Age => current is null ? null : new(current.BuiltOn, current.ValidUntil);

    /// <summary>A newer edition is here and can be switched to.</summary>
    public bool IsNewerWaiting => waiting is not null;

    /// <summary>What looking for newer content last brought; null before the first time.</summary>
    public ContentUpdate? LastUpdate { get; private set; }

    /// <summary>Another edition is in use or waits, or looking for one ended differently than before.</summary>
    public event Action? Changed;

    /// <returns>Null when no content was ever verified on this device, or what is kept was altered.</returns>
    public async ValueTask<ContentBundle?> CurrentAsync()
    {
        if (current is null)
        {
            await one.WaitAsync();
            try
            {
                current ??= await editions.OpenNewestAsync(await editions.ReadAsync());
            }
            finally
            {
                one.Release();
            }
        }

        return current?.Bundle;
    }

    /// <summary>Fetches, verifies and keeps newer content; on any failure the present one stays.</summary>
    public async ValueTask<ContentUpdate> UpdateAsync(CancellationToken cancellation = default)
    {
        await one.WaitAsync(cancellation);
        ContentUpdate result;
        try
        {
            result = await TryUpdateAsync(cancellation);
        }
        finally
        {
            one.Release();
        }

        var isNews = result != LastUpdate;
        LastUpdate = result;
        if (isNews || result is ContentUpdate.Updated or ContentUpdate.Waiting)
        {
            Changed?.Invoke();
        }

        return result;
    }

    /// <summary>Puts the edition that waits in use; without one nothing happens.</summary>
    public void Switch()
    {
        if (waiting is not null)
        {
            (current, waiting) = (waiting, null);
            Changed?.Invoke();
        }
    }

    private async ValueTask<ContentUpdate> TryUpdateAsync(CancellationToken cancellation)
    {
        try
        {
            return await UpdateInTurnAsync(cancellation);
        }
        catch (ReportingPointUnreachableException)
        {
            return ContentUpdate.Unreachable;
        }
        catch (ReportingPointRefusedException)
        {
            // No content there, or another edition than a moment ago: the next time is soon enough.
            return ContentUpdate.Unreachable;
        }
        catch (StaleRecordException)
        {
            // Another tab was first: what it kept is taken up at the next look, or at the next start.
            return ContentUpdate.AlreadyCurrent;
        }
    }

    private async ValueTask<ContentUpdate> UpdateInTurnAsync(CancellationToken cancellation)
    {
        var kept = await editions.ReadAsync();
        await TakeUpKeptAsync(kept);
        var manifest = await reportingPoint.ContentManifestAsync(cancellation);
        var newest = waiting ?? current;
        var signingKey = await SigningKeyAsync(newest, cancellation);
        if (!await editions.IsSignedAsync(manifest, signingKey))
        {
            return ContentUpdate.Altered;
        }

        // Sequences are one signer's own count; whoever enrolled elsewhere begins anew.
        if (newest is not null && newest.SigningPublicKey.AsSpan().SequenceEqual(signingKey) && manifest.Sequence <= newest.Sequence)
        {
            return manifest.Sequence < newest.Sequence ? ContentUpdate.Older : await RenewAsync(kept, newest, manifest);
        }

        if (await fetch.PartsAsync(manifest, kept, cancellation) is not { } parts)
        {
            return ContentUpdate.Altered;
        }

        var added = new KeptEdition(manifest, signingKey);
        return EditionStore.Open(added, parts) is { } edition ? await TakeInAsync(kept, edition, parts) : ContentUpdate.Unreadable;
    }

    /// <summary>Another tab may have kept a newer edition since this one looked.</summary>
    private async ValueTask TakeUpKeptAsync(KeptRecords kept)
    {
        if (current is null)
        {
            current = await editions.OpenNewestAsync(kept);
        }
        else if (kept.Editions.Count > 0 && kept.Editions[0].Manifest.Sequence > Sequence
            && await editions.OpenNewestAsync(kept) is { } newer && newer.Sequence > Sequence)
        {
            waiting = newer;
        }
    }

    /// <summary>Before enrolment the first key seen is trusted; from then on it must be that one, and once enrolled the pinned one.</summary>
    private async ValueTask<byte[]> SigningKeyAsync(Edition? newest, CancellationToken cancellation) =>
        (await enrolment.CurrentAsync())?.Keys.SigningPublicKey
        ?? newest?.SigningPublicKey
        ?? (await reportingPoint.KeysAsync(cancellation)).SigningPublicKey;

    private async ValueTask<ContentUpdate> RenewAsync(KeptRecords kept, Edition newest, ContentManifest manifest)
    {
        if (newest.Kept is { } known && manifest.ValidUntil > newest.ValidUntil && IsSameContent(known.Manifest, manifest))
        {
            var renewed = known with { Manifest = manifest };
            try
            {
                await editions.RenewAsync(kept, known, renewed);
            }
            catch (Exception failure) when (IsOfStore(failure))
            {
                return ContentUpdate.NotKept;
            }

            var edition = newest with { ValidUntil = manifest.ValidUntil, Kept = renewed };
            (current, waiting) = waiting is null ? (edition, null) : (current, edition);
        }

        return waiting is null ? ContentUpdate.AlreadyCurrent : ContentUpdate.Waiting;
    }

    private static bool IsSameContent(ContentManifest one, ContentManifest other) =>
        one.BuiltOn == other.BuiltOn && one.Parts.Select(KeptRecords.IdOf).SequenceEqual(other.Parts.Select(KeptRecords.IdOf), StringComparer.Ordinal);

    private async ValueTask<ContentUpdate> TakeInAsync(KeptRecords kept, Edition edition, IReadOnlyList<byte[]> parts)
    {
        try
        {
            await editions.KeepAsync(kept, edition.Kept!, parts, current);
        }
        catch (Exception failure) when (IsOfStore(failure))
        {
            // With nothing at all to read, content for the length of this visit is better than none.
            current ??= edition with { Kept = null };
            return ContentUpdate.NotKept;
        }

        if (current is not null)
        {
            waiting = edition;
            return ContentUpdate.Waiting;
        }

        current = edition;
        return ContentUpdate.Updated;
    }

    /// <summary>Full, or failing in a way of its own; only a lost race is told apart.</summary>
    private static bool IsOfStore(Exception failure) => failure is not (StaleRecordException or OperationCanceledException);
}
