using FieldKit.Desk.Server;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Domain;
using FieldKit.Domain.Tests.Signals.Reading;

namespace FieldKit.Desk.Tests.Server;

public sealed class ContentSourceTests : IDisposable
{
    private readonly Case given = new();
    private readonly FakeServer server = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public async Task A_signed_bundle_is_read_once()
    {
        server.Serve(given);
        var source = new ContentSource(server.Client, new NativeDeskKeys(given.Epoch));
        await source.ReadAsync();
        Assert.Equal("utrecht", (await source.ReadAsync()).Municipalities.Single().Id);
        Assert.Single(server.Asked, route => route.EndsWith("/parts/1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_bytes_than_were_signed_are_refused()
    {
        server.ServeContent(given, [.. ContentParts.Split(Case.Bundle)], "{}"u8.ToArray());
        await RefusedAsync();
    }

    [Fact]
    public async Task A_signature_of_another_key_is_refused()
    {
        server.Serve(given);
        using var other = new Case();
        server.On("GET /api/v1/keys", () => new(System.Net.HttpStatusCode.OK)
        {
            Content = System.Net.Http.Json.JsonContent.Create(
                new(Guid.Empty, 1, given.Epoch.PublicKey, other.Signing.PublicKey), Protocol.ProtocolJson.Default.ReportingPointKeys),
        });
        await RefusedAsync();
    }

    [Fact]
    public async Task Signed_bytes_that_are_no_bundle_are_refused()
    {
        server.ServeContent(given, [new("forms/signaal", "[]"u8.ToArray())]);
        await RefusedAsync();
    }

    [Fact]
    public void The_form_of_this_very_version_goes_before_the_newest()
    {
        var bundle = Case.Bundle with { Forms = [ReadingForm.Of(3), ReadingForm.Of(5), ReadingForm.Of(4)] };
        Assert.Equal(3, ContentSource.Form(bundle, "signaal", 3)!.Version);
        Assert.Equal(5, ContentSource.Form(bundle, "signaal", 9)!.Version);
        Assert.Null(ContentSource.Form(bundle, "anders", 3));
    }

    private async Task RefusedAsync()
    {
        var source = new ContentSource(server.Client, new NativeDeskKeys(given.Epoch));
        Assert.Equal(DeskRefusedException.ContentAltered, (await Assert.ThrowsAsync<DeskRefusedException>(source.ReadAsync)).Code);
    }
}
