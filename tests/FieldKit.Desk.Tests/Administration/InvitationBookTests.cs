using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Administration;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Administration;

public sealed class InvitationBookTests : IDisposable
{
    private const string Issue = "POST /api/v1/staff/codes";
    private const string List = "GET /api/v1/staff/codes";
    private static readonly DateTimeOffset Until = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly CodesRequest One = new("Buurtteam Noord", "zorg", 1);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly DeskAccess access;
    private readonly InvitationBook book;

    public InvitationBookTests()
    {
        server.Serve(given);
        server.On(List, () => Json<IReadOnlyList<OutstandingCode>>([new("0a1b2c3d4e5f", "Buurtteam Noord", "zorg", Until.AddDays(-7), Until)]));
        server.On(Issue, () => Json(new IssuedCodes("Buurtteam Noord", "zorg", Until, [new("0a1b2c3d4e5f", "AAAA-BBBB-CCCC-DDDD-EEEE")])));
        access = new(server.Client, new NativeDeskKeys(given.Epoch), new IdleLock(new FakeClock()));
        book = new(server.Client, access);
    }

    public void Dispose()
    {
        book.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Theory]
    [InlineData("", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData(" B ", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("12", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("Buurtteam", "", 1, Refusals.RoleUnknown)]
    [InlineData("Buurtteam", "zorg", 0, Refusals.CountInvalid)]
    [InlineData("Buurtteam", "zorg", 51, Refusals.CountInvalid)]
    public async Task What_is_out_of_bounds_is_said_without_asking(string organisation, string role, int count, string refusal)
    {
        Assert.Equal(refusal, await book.IssueAsync(new(organisation, role, count)));
        Assert.Null(book.Issued);
        Assert.DoesNotContain(Issue, server.Asked);
    }

    [Fact]
    public async Task Issued_codes_are_there_until_they_are_put_away()
    {
        Assert.Null(await book.IssueAsync(One));
        Assert.Equal("AAAA-BBBB-CCCC-DDDD-EEEE", Assert.Single(book.Issued!.Codes).Code);
        Assert.Single(book.Outstanding!);
        book.PutAway();
        Assert.Null(book.Issued);
        Assert.Single(book.Outstanding!);
    }

    [Fact]
    public async Task A_refusal_is_said_and_leaves_the_codes_of_before()
    {
        await book.IssueAsync(One);
        server.On(Issue, () => FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.CodesOutstanding));
        Assert.Equal(Refusals.CodesOutstanding, await book.IssueAsync(One));
        Assert.NotNull(book.Issued);
    }

    [Fact]
    public async Task Locking_the_key_takes_the_codes_from_the_screen()
    {
        await access.SignInAsync("Noor", "geheim");
        await access.UnlockAsync("goede wachtzin");
        await book.IssueAsync(One);
        access.Lock();
        Assert.Null(book.Issued);
        Assert.NotNull(book.Outstanding);
    }

    [Fact]
    public async Task Signing_out_takes_everything()
    {
        await access.SignInAsync("Noor", "geheim");
        await book.IssueAsync(One);
        await access.SignOutAsync();
        Assert.Equal((null, null), (book.Issued, book.Outstanding));
    }

    [Fact]
    public async Task An_administrator_without_a_key_keeps_the_codes_that_were_made()
    {
        await access.SignInAsync("Noor", "geheim");
        await book.IssueAsync(One);
        Assert.Equal(AccessState.Locked, access.State);
        Assert.NotNull(book.Issued);
    }

    [Fact]
    public async Task A_code_that_was_used_meanwhile_is_said_and_the_list_is_fetched_anew()
    {
        Assert.Equal(InvitationBook.Gone, await book.WithdrawAsync("0a1b2c3d4e5f"));
        Assert.Contains(List, server.Asked);
        server.On("DELETE /api/v1/staff/codes/0a1b2c3d4e5f", () => new(HttpStatusCode.NoContent));
        Assert.Null(await book.WithdrawAsync("0a1b2c3d4e5f"));
    }

    [Fact]
    public async Task Without_a_connection_what_was_seen_stays()
    {
        await book.RefreshAsync();
        server.On(List, () => throw new HttpRequestException("no route"));
        await book.RefreshAsync();
        Assert.Equal(DeskRefusedException.Unreachable, book.Failure);
        Assert.Single(book.Outstanding!);
    }

    [Fact]
    public async Task A_session_that_ended_leads_to_the_sign_in()
    {
        await access.SignInAsync("Noor", "geheim");
        server.On(List, () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.NotAllowed));
        await book.RefreshAsync();
        Assert.Equal((AccessState.SignedOut, true), (access.State, access.SessionEnded));
    }

    private static HttpResponseMessage Json<T>(T body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body, ProtocolJson.Default.GetTypeInfo(typeof(T))!) };
}
