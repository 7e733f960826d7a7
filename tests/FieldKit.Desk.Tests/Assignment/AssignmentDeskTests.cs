using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Assignment;
using FieldKit.Desk.Inbox;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Assignment;

/// <summary>Taking a signal on, as one desk sees it.</summary>
public sealed class AssignmentDeskTests : IDisposable
{
    private static readonly Colleague Sam = new(Guid.Parse("0197a000-0000-7000-8000-00000000000b"), "Sam");

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly DeskAccess access;
    private readonly InboxWatch inbox;
    private readonly AssignmentDesk desk;
    private readonly List<Guid?> taken = [];
    private Colleague? has;

    public AssignmentDeskTests()
    {
        var clock = new FakeClock();
        server.Serve(given);
        server.On("GET /api/v1/staff/inbox", () => new(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(new([given.Item() with { InHandOf = has }], null), ProtocolJson.Default.InboxPart),
        });
        access = new(server.Client, new NativeDeskKeys(given.Epoch), new IdleLock(clock));
        inbox = new(server.Client, access, new InboxLine(server.Client, clock));
        desk = new(server.Client, inbox);
    }

    private string Place => $"/api/v1/staff/signals/{given.Id:D}/in-hand";

    public void Dispose()
    {
        inbox.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Signal_is_taken_from_who_is_seen_to_have_it()
    {
        await OpenAsync();
        server.On($"PUT {Place}", TakeAsync);

        await desk.TakeAsync(desk.Latest(given.Item()));
        has = Sam;
        await inbox.RefreshAsync();
        await desk.TakeAsync(desk.Latest(given.Item()));

        Assert.Equal([null, Sam.Id], taken);
        Assert.Null(desk.Failure);
    }

    [Fact]
    public async Task Who_was_second_is_told_and_sees_who_was_first()
    {
        await OpenAsync();
        server.On($"PUT {Place}", () =>
        {
            has = Sam;
            return FakeServer.Refuse(HttpStatusCode.Conflict, Refusals.AssignedElsewhere);
        });

        await desk.TakeAsync(desk.Latest(given.Item()));

        Assert.Equal((Refusals.AssignedElsewhere, Sam), (desk.Failure, desk.Latest(given.Item()).InHandOf));
    }

    [Fact]
    public async Task Who_lets_go_has_it_no_more()
    {
        has = new(Case.Staff.Staff, Case.Staff.Name);
        await OpenAsync();
        server.On($"DELETE {Place}", () =>
        {
            has = null;
            return new(HttpStatusCode.NoContent);
        });

        await desk.LetGoAsync(desk.Latest(given.Item()));

        Assert.Null(desk.Latest(given.Item()).InHandOf);
    }

    [Fact]
    public async Task Signal_that_the_inbox_does_not_show_is_known_from_when_it_was_read()
    {
        await OpenAsync();
        var old = given.Item() with { Id = Guid.NewGuid(), InHandOf = Sam };

        Assert.Equal(Sam, desk.Latest(old).InHandOf);
    }

    [Fact]
    public async Task An_ended_session_is_said()
    {
        await OpenAsync();
        server.On($"PUT {Place}", () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.NotAllowed));

        await Assert.ThrowsAsync<DeskRefusedException>(() => desk.TakeAsync(given.Item()));
    }

    private async Task OpenAsync()
    {
        await access.SignInAsync("Noor", "geheim");
        await access.UnlockAsync("goede wachtzin");
        await inbox.RefreshAsync();
    }

    private async Task<HttpResponseMessage> TakeAsync(HttpRequestMessage request)
    {
        taken.Add((await request.Content!.ReadFromJsonAsync(ProtocolJson.Default.TakeRequest))!.From);
        return new(HttpStatusCode.NoContent);
    }
}
