using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Domain.Municipalities;
using FieldKit.Protocol;

namespace FieldKit.ReportingPoint.Content;

/// <summary>The edition of the content that is in force now. A newer one takes its place whole, between two requests.</summary>
internal sealed class PublishedContent(SigningKey signing, TimeProvider clock)
{
    private readonly Lock oneAtATime = new();
    private Publication current = Publication.None;
    private (ContentManifest Signed, Answer Answer)? manifest;

    public Publication Current => Volatile.Read(ref current);

    public long Sequence => Current.Sequence;

    public void Set(Publication publication)
    {
        lock (oneAtATime)
        {
            // Two requests that heard of two editions may come here in either order.
            if (publication.Sequence < Sequence)
            {
                return;
            }

            Volatile.Write(ref current, publication);
        }

        // A second's work, which neither the start nor the first visitor should wait for.
        _ = Task.Run(() => publication.All);
    }

    public bool HasForm(string id, int version) => Current.HasForm(id, version);

    public Municipality? Municipality(string id) => Current.Bundle.Municipalities.FirstOrDefault(municipality => municipality.Id == id);

    /// <summary>Where a signal stands that nobody looked at yet.</summary>
    /// <exception cref="InvalidOperationException">The content has no such municipality.</exception>
    public string FirstStage(string municipality) =>
        Municipality(municipality)?.Stages[0].Id
        ?? throw new InvalidOperationException($"The content has no municipality '{municipality}', which has signals here.");

    /// <summary>An editor's manifest as it was signed; our own signed once for each day, so that its bytes can be recognised.</summary>
    public Answer Manifest()
    {
        var unsigned = Current.File.Manifest;
        var wanted = unsigned.Signature is null ? unsigned with { ValidUntil = ContentPublication.ValidUntil(clock) } : unsigned;
        lock (oneAtATime)
        {
            if (manifest is not { } kept || kept.Signed.Sequence != wanted.Sequence || kept.Signed.ValidUntil != wanted.ValidUntil)
            {
                var signed = wanted.Signature is null ? BundleFile.Sign(wanted, signing) : wanted;
                kept = (signed, Answer.Compressed(JsonSerializer.SerializeToUtf8Bytes(signed, ProtocolJson.Default.ContentManifest)));
                manifest = kept;
            }

            return kept.Answer;
        }
    }
}
