using System.Text.Json;
using FieldKit.Desk.Keys;
using FieldKit.Domain;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.Desk.Server;

/// <summary>The signed content, fetched once and used only when hash and signature hold.</summary>
public sealed class ContentSource(DeskClient server, IDeskKeys keys)
{
    private ContentBundle? bundle;
    private ContentManifest? manifest;

    /// <exception cref="DeskRefusedException">Not reached, or not what was signed.</exception>
    public async Task<ContentBundle> ReadAsync() => bundle ??= await FetchAsync();

    /// <summary>What is in force now, fetched anew, with what was signed of it.</summary>
    /// <exception cref="DeskRefusedException">Not reached, or not what was signed.</exception>
    public async Task<(ContentManifest Manifest, ContentBundle Bundle)> NewestAsync()
    {
        bundle = await FetchAsync();
        return (manifest!, bundle);
    }

    /// <summary>The reporting point goes by newer content: it is fetched anew when it is next needed.</summary>
    public void Forget() => bundle = null;

    /// <summary>The bundle, fetched anew when a form version came that the present one does not have.</summary>
    /// <exception cref="DeskRefusedException">Not reached, or not what was signed.</exception>
    public async Task<ContentBundle> ForAsync(string form, int version)
    {
        var known = await ReadAsync();
        return known.Forms.Any(other => other.Id == form && other.Version == version) ? known : bundle = await FetchAsync();
    }

    /// <summary>The form of this very version; or, when the bundle no longer has it, the newest there is.</summary>
    public static FormDefinition? Form(ContentBundle bundle, string id, int version) =>
        bundle.Forms.Where(form => form.Id == id)
            .OrderByDescending(form => form.Version == version)
            .ThenByDescending(form => form.Version)
            .FirstOrDefault();

    public static Municipality? Municipality(ContentBundle bundle, string id) =>
        bundle.Municipalities.FirstOrDefault(municipality => municipality.Id == id);

    private async Task<ContentBundle> FetchAsync()
    {
        var point = await server.KeysAsync();
        var offered = await server.ContentManifestAsync();
        if (offered.Fault() is not null || offered.Signature is not { } signature
            || !await keys.VerifyAsync(point.SigningPublicKey, offered.Statement(), signature))
        {
            throw new DeskRefusedException(DeskRefusedException.ContentAltered);
        }

        var parsed = Parse(offered, await server.ContentAsync(offered.Sequence));
        manifest = offered;
        return parsed;
    }

    private static ContentBundle Parse(ContentManifest manifest, byte[] bytes)
    {
        try
        {
            return ContentParts.Join(manifest.BuiltOn, ContentBytes.Split(bytes, manifest.Parts) ?? throw new JsonException("Other parts."));
        }
        catch (JsonException)
        {
            throw new DeskRefusedException(DeskRefusedException.ContentAltered);
        }
    }
}
