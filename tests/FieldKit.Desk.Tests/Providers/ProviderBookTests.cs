using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Providers;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Desk.Texts;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Providers;

public sealed class ProviderBookTests : IDisposable
{
    private const string Own = "/api/v1/staff/provider-account";
    private static readonly ProviderItem OfTheMunicipality = new(Case.Staff.Municipality, "het werkaccount", "the work account");
    private static readonly DateTimeOffset Linked = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly NativeDeskKeys keys;
    private readonly DeskAccess access;
    private readonly ProviderBook book;
    private readonly ProviderOutcome outcome;

    public ProviderBookTests()
    {
        server.Serve(given);
        server.On("GET /api/v1/staff/providers", () => Json<IReadOnlyList<ProviderItem>>([new("elders", "iets anders", "something else"), OfTheMunicipality]));
        server.On($"GET {Own}", () => Json(new ProviderAccount(Linked, null)));
        keys = new(given.Epoch);
        access = new(server.Client, keys, new IdleLock(new FakeClock()));
        (book, outcome) = (new(server.Client, access), new(access));
    }

    public void Dispose()
    {
        outcome.Dispose();
        book.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Reporting_point_that_cannot_be_asked_offers_none()
    {
        server.On("GET /api/v1/staff/providers", () => FakeServer.Refuse(HttpStatusCode.InternalServerError, Refusals.Failed));
        await book.LookAsync();
        Assert.Empty(book.Providers);
    }

    [Fact]
    public async Task Provider_without_an_answer_is_not_taken_for_a_reporting_point_without_one()
    {
        server.On($"POST /api/v1/staff/providers/{OfTheMunicipality.Municipality}/session", () => FakeServer.Refuse(HttpStatusCode.BadGateway, Refusals.ProviderUnreachable));
        Assert.Equal(Refusals.ProviderUnreachable, (await Assert.ThrowsAsync<DeskRefusedException>(() => book.AddressAsync(OfTheMunicipality))).Code);
        server.On($"POST /api/v1/staff/providers/{OfTheMunicipality.Municipality}/session", () => new(HttpStatusCode.BadGateway));
        Assert.Equal(DeskRefusedException.Unreachable, (await Assert.ThrowsAsync<DeskRefusedException>(() => book.AddressAsync(OfTheMunicipality))).Code);
    }

    [Fact]
    public async Task Wrong_password_goes_nowhere()
    {
        server.On($"POST {Own}", () => FakeServer.Refuse(HttpStatusCode.Forbidden, Refusals.PasswordWrong));
        Assert.Equal((null, Refusals.PasswordWrong), await book.LinkAsync("fout"));
    }

    [Fact]
    public async Task Account_is_that_of_who_is_at_the_desk_at_the_municipalitys_own()
    {
        await access.SignInAsync("Noor", "geheim");
        await book.RefreshAsync();
        Assert.Equal((OfTheMunicipality, Linked), (book.Own, book.Account!.LinkedAt));
        await access.SignOutAsync();
        Assert.Null(book.Account);
    }

    [Fact]
    public async Task Where_the_municipality_has_none_no_account_is_asked_for()
    {
        server.On("GET /api/v1/staff/providers", () => Json<IReadOnlyList<ProviderItem>>([new("elders", "iets anders", "something else")]));
        await access.SignInAsync("Noor", "geheim");
        await book.RefreshAsync();
        Assert.Null(book.Own);
        Assert.DoesNotContain($"GET {Own}", server.Asked);
    }

    [Fact]
    public async Task Unlinked_before_is_unlinked() => Assert.Null(await book.UnlinkAsync());

    [Theory]
    [InlineData("http://localhost/desk/?provider=provider-refused", "http://localhost/desk/", Refusals.ProviderRefused)]
    [InlineData("http://localhost/desk/account?provider=linked", "http://localhost/desk/account", ProviderOutcome.Linked)]
    [InlineData("http://localhost/desk/?provider=Bel%20meteen", "http://localhost/desk/", null)]
    [InlineData("http://localhost/desk/?stage=advies", null, null)]
    public void Only_words_that_are_known_are_said_and_none_stays_in_the_address(string address, string? left, string? said) =>
        Assert.Equal((left, said), (outcome.Read(address), outcome.Said));

    [Fact]
    public async Task Word_is_said_until_somebody_signs_in_or_leaves()
    {
        server.On("GET /api/v1/staff/session", () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.NotAllowed));
        outcome.Read("/desk/?provider=provider-not-linked");
        await access.StartAsync();
        Assert.Equal(Refusals.ProviderNotLinked, outcome.Said);
        await access.SignInAsync("Noor", "geheim");
        Assert.Null(outcome.Said);
        outcome.Read("/desk/account?provider=linked");
        await access.UnlockAsync("goede wachtzin");
        Assert.Equal(ProviderOutcome.Linked, outcome.Said);
        await access.SignOutAsync();
        Assert.Null(outcome.Said);
    }

    [Fact]
    public void Name_is_in_the_language_of_the_desk()
    {
        var texts = new DeskTexts();
        Assert.Equal("het werkaccount", ProviderBook.NameOf(OfTheMunicipality, texts));
        texts.Use(DeskTexts.English);
        Assert.Equal("the work account", ProviderBook.NameOf(OfTheMunicipality, texts));
    }

    private static HttpResponseMessage Json<T>(T body) =>
        new(HttpStatusCode.OK) { Content = JsonContent.Create(body, ProtocolJson.Default.GetTypeInfo(typeof(T))!) };
}
