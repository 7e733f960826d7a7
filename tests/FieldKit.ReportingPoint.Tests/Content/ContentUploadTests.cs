using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Content;

public sealed class ContentUploadTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Nobody_and_a_screener_may_not_publish()
    {
        using var nobody = StaffMember.Nobody(point);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await PublishAsync(nobody, Signed(5)));
        using var screener = await StaffMember.ScreenerAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PublishAsync(screener, Signed(5)));

        Assert.Equal(1, (await ManifestAsync()).Sequence);
        Assert.Contains("content-refused not-allowed", await AuditAsync());
    }

    [Fact]
    public async Task Published_content_is_in_force_at_once_and_after_a_restart()
    {
        var worker = await point.EnrolledAsync();
        var file = Signed(5, SmallContent.WithFormVersion(Today, 2));
        using var editor = await StaffMember.EditorAsync(point);

        using var answer = await PublishAsync(editor, file);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(5, (await worker.ExchangeAsync()).Header.ContentSequence);
        Assert.Equal(file.Manifest.Signature, (await ManifestAsync()).Signature);
        point.Restart();
        Assert.Equal(file.Manifest.Signature, (await ManifestAsync()).Signature);
        Assert.Equal(5, (await worker.ExchangeAsync()).Header.ContentSequence);
        Assert.Contains("content-published sequence 5", await AuditAsync());
    }

    [Fact]
    public async Task Signals_on_the_old_and_the_new_form_are_both_received()
    {
        var worker = await point.EnrolledAsync();
        using var editor = await StaffMember.EditorAsync(point);
        (await PublishAsync(editor, Signed(5, SmallContent.WithFormVersion(Today, 2)))).Dispose();

        var answer = await worker.ExchangeAsync(worker.Seal("oud", formVersion: 1), worker.Seal("nieuw", formVersion: 2));

        Assert.All(answer.Header.Outcomes, outcome => Assert.Null(outcome.Refusal));
    }

    [Fact]
    public async Task The_same_file_again_after_a_lost_answer_is_taken_as_done()
    {
        using var editor = await StaffMember.EditorAsync(point);
        var file = Signed(5);
        (await PublishAsync(editor, file)).Dispose();

        using var again = await PublishAsync(editor, file);

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Single((await AuditAsync()).Split('\n'), line => line.StartsWith("content-published", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_of_an_older_or_the_same_sequence_is_refused()
    {
        using var editor = await StaffMember.EditorAsync(point);
        var old = Signed(5);
        (await PublishAsync(editor, old)).Dispose();
        (await PublishAsync(editor, Signed(6))).Dispose();

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.ContentOlder, await PublishAsync(editor, old));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.ContentOlder, await PublishAsync(editor, Signed(6, SmallContent.WithFormVersion(Today, 2))));
        Assert.Equal(6, (await ManifestAsync()).Sequence);
    }

    [Fact]
    public async Task Another_key_no_signature_or_an_altered_manifest_is_refused()
    {
        using var stranger = SigningKey.Generate();
        using var editor = await StaffMember.EditorAsync(point);
        var file = Signed(5);

        foreach (var manifest in new[] { file.Manifest with { Signature = null }, BundleFile.Sign(file.Manifest, stranger), file.Manifest with { Sequence = 6 } })
        {
            await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.ContentNotSigned, await PublishAsync(editor, file with { Manifest = manifest }));
        }
    }

    [Fact]
    public async Task Altered_or_cut_off_bytes_are_refused()
    {
        using var editor = await StaffMember.EditorAsync(point);
        var bytes = Signed(5).Write();
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await PublishAsync(editor, bytes[..^1]));
        bytes[^2] ^= 1;
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await PublishAsync(editor, bytes));
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await PublishAsync(editor, []));
    }

    [Fact]
    public async Task An_oversized_file_is_refused()
    {
        using var editor = await StaffMember.EditorAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge, await PublishAsync(editor, new byte[ContentFile.MaximumBytes + 1]));
        Assert.Contains("content-refused too-large", await AuditAsync());
    }

    [Fact]
    public async Task Content_without_a_municipality_that_is_served_is_refused()
    {
        using var editor = await StaffMember.EditorAsync(point);
        var less = SmallContent.Bundle(Today) with { Municipalities = [.. SmallContent.Bundle(Today).Municipalities.Skip(1)] };
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.ContentIncomplete, await PublishAsync(editor, Signed(5, less)));
    }

    [Fact]
    public async Task Content_whose_last_day_has_passed_is_refused()
    {
        using var editor = await StaffMember.EditorAsync(point);
        var file = Signed(5);
        point.Clock.Advance(TimeSpan.FromDays(40));
        using var later = await StaffMember.EditorAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.ContentExpired, await PublishAsync(later, file));
    }

    public void Dispose() => point.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(point.Clock.GetUtcNow().UtcDateTime);

    private ContentFile Signed(long sequence, ContentBundle? bundle = null)
    {
        var file = BundleFile.Build(bundle ?? SmallContent.Bundle(Today), sequence, Today.AddDays(30));
        return file with { Manifest = BundleFile.Sign(file.Manifest, point.Services.GetRequiredService<SigningKey>()) };
    }

    private static Task<HttpResponseMessage> PublishAsync(StaffMember member, ContentFile file) => PublishAsync(member, file.Write());

    private static Task<HttpResponseMessage> PublishAsync(StaffMember member, byte[] bytes)
    {
        var body = new ByteArrayContent(bytes);
        body.Headers.ContentType = new MediaTypeHeaderValue(ContentFile.ContentType);
        return member.Client.PostAsync("/api/v1/staff/content", body);
    }

    private async Task<ContentManifest> ManifestAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/content/manifest", ProtocolJson.Default.ContentManifest))!;
    }

    private async Task<string> AuditAsync()
    {
        using var scope = point.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.OrderBy(row => row.Sequence).ToListAsync();
        return string.Join('\n', rows.Select(row => $"{row.Action} {row.Subject}"));
    }
}
