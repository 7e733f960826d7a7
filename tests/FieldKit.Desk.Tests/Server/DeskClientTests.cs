using System.Net;
using FieldKit.Desk.Server;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Server;

public sealed class DeskClientTests
{
    private const string Inbox = "GET /api/v1/staff/inbox";
    private readonly FakeServer server = new();

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "not-enrolled", DeskRefusedException.SignedOut)]
    [InlineData(HttpStatusCode.Unauthorized, Refusals.SignInFailed, Refusals.SignInFailed)]
    [InlineData(HttpStatusCode.TooManyRequests, "x", Refusals.TooMany)]
    [InlineData(HttpStatusCode.BadGateway, "x", DeskRefusedException.Unreachable)]
    [InlineData(HttpStatusCode.Conflict, Refusals.StageMoved, Refusals.StageMoved)]
    [InlineData(HttpStatusCode.Forbidden, Refusals.NotAllowed, Refusals.NotAllowed)]
    public async Task A_refusal_carries_its_code(HttpStatusCode status, string sent, string expected)
    {
        server.On(Inbox, () => FakeServer.Refuse(status, sent));
        Assert.Equal(expected, await CodeAsync());
    }

    [Fact]
    public async Task No_connection_is_unreachable()
    {
        server.On(Inbox, () => throw new HttpRequestException("no route"));
        Assert.Equal(DeskRefusedException.Unreachable, await CodeAsync());
    }

    [Fact]
    public async Task A_login_page_of_some_network_is_unreachable()
    {
        server.On(Inbox, () => new(HttpStatusCode.OK) { Content = new StringContent("<html>Welcome to our Wi-Fi</html>", null, "text/html") });
        Assert.Equal(DeskRefusedException.Unreachable, await CodeAsync());
    }

    private async Task<string> CodeAsync() => (await Assert.ThrowsAsync<DeskRefusedException>(() => server.Client.InboxAsync(InboxFilter.None))).Code;
}
