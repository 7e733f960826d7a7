using System.Net;
using System.Net.Http.Json;
using FieldKit.Crypto;
using FieldKit.Desk.Administration;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Administration;

public sealed class StaffBookTests : IDisposable
{
    private static readonly StaffItem Self = new(Case.Staff.Staff, "Noor", ["screener"], new byte[65], [1]);

    private readonly Case given = new();
    private readonly KeyPair colleague = KeyPair.Generate();
    private readonly FakeServer server = new();
    private readonly DeskAccess access;
    private readonly StaffBook book;

    public StaffBookTests()
    {
        server.Serve(given);
        server.On("GET /api/v1/staff/members", () => new(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(new([1], [Self, Waiting, Editor], []), ProtocolJson.Default.StaffMembers),
        });
        var keys = new NativeDeskKeys(given.Epoch);
        access = new(server.Client, keys, new IdleLock(new FakeClock()));
        book = new(server.Client, access, keys);
    }

    private StaffItem Waiting => new(Guid.Parse("0197a000-0000-7000-8000-00000000000b"), "Bo", ["weigher"], colleague.PublicKey, []);

    private static StaffItem Editor => new(Guid.Parse("0197a000-0000-7000-8000-00000000000c"), "Cas", ["editor"], new byte[65], []);

    public void Dispose()
    {
        book.Dispose();
        access.Dispose();
        colleague.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Only_who_has_the_key_open_gives_it_and_only_to_a_reader_without_it()
    {
        await access.StartAsync();
        await book.RefreshAsync();
        Assert.False(book.CanGiveTo(Waiting));

        await access.UnlockAsync("goede wachtzin");

        Assert.Equal((true, false, false), (book.CanGiveTo(Waiting), book.CanGiveTo(Self), book.CanGiveTo(Editor)));
        Assert.Equal((true, false), (book.IsWaiting(Waiting), book.IsWaiting(Editor)));
    }

    [Fact]
    public async Task Key_is_not_given_without_the_passphrase_again()
    {
        await access.StartAsync();
        server.On($"POST /api/v1/staff/members/{Waiting.Id:D}/access", () => new(HttpStatusCode.NoContent));

        Assert.Equal(DeskAccess.PassphraseWrong, await book.GiveAccessAsync(Waiting, "iets anders"));
        Assert.DoesNotContain(server.Asked, asked => asked.EndsWith("/access", StringComparison.Ordinal));
        Assert.Null(await book.GiveAccessAsync(Waiting, "goede wachtzin"));
        Assert.Contains(server.Asked, asked => asked.EndsWith("/access", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_code_goes_from_the_screen_when_the_key_is_locked()
    {
        await access.StartAsync();
        await access.UnlockAsync("goede wachtzin");
        server.On("POST /api/v1/staff/members", () => new(HttpStatusCode.OK)
        {
            Content = JsonContent.Create(new("a1b2c3d4e5f6", "Bo", "AAAA-BBBB-CCCC-DDDD-EEEE", given.Item().ReceivedAt), ProtocolJson.Default.IssuedStart),
        });
        Assert.Null(await book.InviteAsync(new("Bo", ["weigher"], "wachtwoord")));
        Assert.NotNull(book.Issued);

        access.Lock();

        Assert.Null(book.Issued);
    }

    [Fact]
    public async Task Somebody_who_is_gone_is_said()
    {
        Assert.Equal(StaffBook.Gone, await book.RemoveAsync(Editor, "wachtwoord"));
        Assert.NotNull(book.Staff);
    }
}
