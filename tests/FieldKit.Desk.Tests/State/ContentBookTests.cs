using System.Net;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.State;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Languages;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.State;

public sealed class ContentBookTests : IDisposable
{
    private const string Route = "POST /api/v1/staff/content";
    private static readonly DateOnly Today = new(2026, 11, 23);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly DeskAccess access;
    private readonly ContentBook book;

    public ContentBookTests()
    {
        server.Serve(given);
        var keys = new NativeDeskKeys(given.Epoch);
        access = new(server.Client, keys, new IdleLock(new FakeClock()));
        book = new(server.Client, new ContentSource(server.Client, keys), access);
    }

    public void Dispose()
    {
        book.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task What_is_in_force_comes_with_what_was_signed_of_it()
    {
        await book.LookAsync();
        Assert.Equal((1, "utrecht"), (book.InForce!.Sequence, book.Bundle!.Municipalities.Single().Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("FKC")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Nothing_is_sent_of_a_file_that_is_no_content(string file)
    {
        book.Choose(System.Text.Encoding.UTF8.GetBytes(file));
        Assert.Equal(ContentBook.NotAFile, book.Failure);
        Assert.False(await book.PublishAsync());
        Assert.DoesNotContain(Route, server.Asked);
    }

    [Fact]
    public async Task Refused_edition_stays_chosen_and_what_is_in_force_stays_so()
    {
        await book.LookAsync();
        server.On(Route, () => FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.ContentOlder));
        book.Choose(Edition());
        Assert.False(await book.PublishAsync());
        Assert.Equal(Refusals.ContentOlder, book.Failure);
        Assert.NotNull(book.Chosen);
        Assert.NotNull(book.InForce);
    }

    [Fact]
    public async Task Whole_file_is_sent_as_it_was_chosen_and_the_new_edition_looked_at()
    {
        byte[] sent = [];
        string? type = null;
        server.On(Route, async request =>
        {
            (sent, type) = (await request.Content!.ReadAsByteArrayAsync(), request.Content.Headers.ContentType?.MediaType);
            return new(HttpStatusCode.NoContent);
        });
        book.Choose(Edition());
        Assert.True(await book.PublishAsync());
        Assert.Equal((ContentFile.ContentType, null), (type, book.Chosen));
        Assert.Equal(Edition(), sent);
        Assert.NotNull(book.InForce);
    }

    [Fact]
    public void Contacts_of_here_that_expire_within_two_months_come_first_to_expire_first()
    {
        var bundle = Case.Bundle with
        {
            Contacts =
            [
                Contact("later", 61), Contact("last-day", 60), Contact("expired", -1), Contact("emergency", -1, isEmergency: true),
                Contact("ours", 1, "utrecht"), Contact("theirs", 1, "arnhem"),
            ],
        };
        Assert.Equal(["expired", "ours", "last-day"], ContentBook.GrowingOld(bundle, "utrecht", Today).Select(contact => contact.Id));
    }

    private static byte[] Edition() => new ContentFile(new(ContentManifest.PresentFormat, 2, Today, Today.AddDays(90), [], new byte[64]), []).Write();

    private static Contact Contact(string id, int days, string? municipality = null, bool isEmergency = false) => new(
        id, new LocalText(id), new LocalText(id), null, null, null, null, false, municipality, "bevestigd", [], Today.AddDays(-300), Today.AddDays(days), isEmergency, false);
}
