using System.Security.Cryptography;
using System.Text.Json;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Content.Tests.Bundles;

public sealed class BundleFileTests
{
    private static readonly DateOnly ValidUntil = new(2027, 2, 20);

    [Fact]
    public void Same_content_gives_the_same_bytes() => Assert.Equal(Built().Write(), Built().Write());

    [Fact]
    public void File_reads_back_as_it_was_written()
    {
        var bytes = Built().Write();
        Assert.Equal(bytes, ContentFile.Read(bytes).Write());
    }

    [Fact]
    public void Parts_together_are_the_whole_content()
    {
        var bundle = Compiled();
        Assert.Equal(Json(bundle), Json(BundleFile.Open(Built())));
    }

    [Fact]
    public void Each_item_is_a_part_named_by_list_and_id_with_its_digest()
    {
        var file = Built();
        Assert.Contains("contacts/T90", file.Manifest.Parts.Select(part => part.Name));
        Assert.All(file.Manifest.Parts.Zip(file.Parts), pair => Assert.Equal(SHA256.HashData(pair.Second), pair.First.Sha256));
        Assert.Null(file.Manifest.Fault());
    }

    [Fact]
    public void A_changed_telephone_number_changes_one_part()
    {
        var bundle = Compiled();
        var changed = bundle with { Contacts = [bundle.Contacts[0] with { Phone = "112 112" }, .. bundle.Contacts.Skip(1)] };

        var others = Digests(BundleFile.Build(changed, 2, ValidUntil)).Except(Digests(Built()));

        Assert.Single(others);
    }

    [Fact]
    public void Signature_covers_sequence_days_and_every_part()
    {
        using var key = SigningKey.Generate();
        using var stranger = SigningKey.Generate();
        var signed = BundleFile.Sign(Built().Manifest, key);

        Assert.True(BundleFile.IsSignedBy(key.PublicKey, signed));
        Assert.False(BundleFile.IsSignedBy(stranger.PublicKey, signed));
        Assert.False(BundleFile.IsSignedBy(key.PublicKey, Built().Manifest));
        Assert.All(
            [
                signed with { Sequence = 2 }, signed with { BuiltOn = ValidUntil }, signed with { ValidUntil = ValidUntil.AddDays(1) },
                signed with { Parts = [.. signed.Parts.Skip(1)] },
                signed with { Parts = [signed.Parts[0] with { Name = "contacts/anders" }, .. signed.Parts.Skip(1)] },
            ],
            altered => Assert.False(BundleFile.IsSignedBy(key.PublicKey, altered)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_or_with_something_behind_it_is_refused()
    {
        var bytes = Built().Write();
        for (var length = 0; length < bytes.Length; length += length < 32 ? 1 : 97)
        {
            Assert.Throws<MalformedContentException>(() => ContentFile.Read(bytes[..length]));
        }

        Assert.Throws<MalformedContentException>(() => ContentFile.Read([.. bytes, 0]));
    }

    [Fact]
    public void One_altered_byte_of_a_part_is_refused()
    {
        var bytes = Built().Write();
        bytes[^3] ^= 1;
        Assert.Throws<MalformedContentException>(() => ContentFile.Read(bytes));
    }

    [Fact]
    public void Manifests_beyond_their_bounds_have_a_fault()
    {
        var good = Built().Manifest;
        var part = good.Parts[0];
        Assert.All(
            [
                good with { Format = 3 }, good with { Sequence = -1 },
                good with { Parts = [part, part] },
                good with { Parts = [null!] },
                good with { Parts = [part with { Size = Limits.ContentPartBytes + 1 }] },
                good with { Parts = [part with { Size = -1 }] },
                good with { Parts = [part with { Sha256 = new byte[31] }] },
                good with { Parts = [part with { Name = "contacts/T90\ncontacts/T91" }] },
                good with { Parts = Many(Limits.ContentParts + 1, 1) },
                good with { Parts = Many(Limits.ContentBytes / Limits.ContentPartBytes + 1, Limits.ContentPartBytes) },
            ],
            bad => Assert.NotNull(bad.Fault()));
    }

    [Fact]
    public void Guide_reaches_the_bundle_as_plain_html_with_addresses_of_the_app()
    {
        var html = BundleFile.Open(Built()).Guides[0].Parts[0].Html.In("nl");
        Assert.Equal("<p>Adem. <a href=\"bellen#T90\">Bel</a>.</p>", html);
    }

    private static ContentBundle Compiled() => new SmallContent().Compile().Bundle!;

    private static ContentFile Built() => BundleFile.Build(Compiled(), 1, ValidUntil);

    private static string Json(ContentBundle bundle) => JsonSerializer.Serialize(bundle, DomainJson.Default.ContentBundle);

    private static IEnumerable<string> Digests(ContentFile file) => file.Manifest.Parts.Select(part => Convert.ToHexString(part.Sha256));

    private static ContentPart[] Many(int count, int size) =>
        [.. Enumerable.Range(0, count).Select(number => new ContentPart($"x/{number:00000}", new byte[32], size))];
}
