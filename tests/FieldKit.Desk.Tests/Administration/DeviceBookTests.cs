using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Administration;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Administration;

public sealed class DeviceBookTests : IDisposable
{
    private static readonly DeviceItem Lost = new(Guid.CreateVersion7(), "Buurtteam", "zorg", new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private static readonly DeviceItem Used = new(Guid.CreateVersion7(), "School", "onderwijs", null, Lost.RevokedAt, new(2026, 11, 22));

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly DeskAccess access;
    private readonly DeviceBook book;

    public DeviceBookTests()
    {
        server.Serve(given);
        server.On("GET /api/v1/staff/devices", () => new(HttpStatusCode.OK)
        {
            Content = JsonContent.Create<IReadOnlyList<DeviceItem>>([Lost, Used], ProtocolJson.Default.IReadOnlyListDeviceItem),
        });
        access = new(server.Client, new NativeDeskKeys(given.Epoch), new IdleLock(new FakeClock()));
        book = new(server.Client, access);
    }

    public void Dispose()
    {
        book.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Devices_that_are_shut_out_come_last()
    {
        await book.RefreshAsync();
        Assert.Equal([Used, Lost], book.Devices!);
    }

    [Fact]
    public async Task Shutting_out_asks_for_the_list_anew()
    {
        server.On($"POST /api/v1/staff/devices/{Used.Id:D}/revocation", () => new(HttpStatusCode.NoContent));
        Assert.Null(await book.RevokeAsync(Used.Id));
        Assert.NotNull(book.Devices);
        Assert.Equal(DeviceBook.Gone, await book.RevokeAsync(Guid.NewGuid()));
    }

    [Fact]
    public async Task A_role_that_was_taken_away_is_said()
    {
        server.On("GET /api/v1/staff/devices", () => FakeServer.Refuse(HttpStatusCode.Forbidden, Refusals.NotAllowed));
        await book.RefreshAsync();
        Assert.Equal((Refusals.NotAllowed, null), (book.Failure, book.Devices));
    }

    [Fact]
    public async Task Another_person_does_not_find_the_list_of_the_former()
    {
        await access.SignInAsync("Noor", "geheim");
        await book.RefreshAsync();
        await access.SignOutAsync();
        Assert.Null(book.Devices);
    }

    [Fact]
    public async Task Roles_say_who_reads_and_who_administers()
    {
        Assert.Equal((false, false), (access.IsReader, access.IsAdministrator));
        await access.SignInAsync("Noor", "geheim");
        Assert.Equal((true, false), (access.IsReader, access.IsAdministrator));
        server.On("POST /api/v1/staff/session", () => new(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(Case.Staff with { Roles = ["administrator"] }, ProtocolJson.Default.StaffSession),
        });
        await access.SignInAsync("Noor", "geheim");
        Assert.Equal((false, true), (access.IsReader, access.IsAdministrator));
    }
}
