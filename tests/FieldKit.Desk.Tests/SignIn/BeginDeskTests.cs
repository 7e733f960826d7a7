using System.Net;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.SignIn;

public sealed class BeginDeskTests : IDisposable
{
    private const string Code = "ABCD-EFGH-JKMN-PQRS-TVWX";
    private const string Password = "een-lang-wachtwoord";
    private const string Passphrase = "een nog langere wachtzin";
    private static readonly StartOffer Reader = new(Guid.CreateVersion7(), "utrecht", "Noor", ["screener"], false);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly BeginDesk begin;

    public BeginDeskTests()
    {
        server.On("POST /api/v1/staff/start", () => new(HttpStatusCode.NoContent));
        begin = new(server.Client, new NativeDeskKeys(given.Epoch));
    }

    public void Dispose() => given.Dispose();

    [Theory]
    [InlineData("elf-letters", Passphrase, Passphrase, Refusals.PasswordShort)]
    [InlineData(Password, "vijftien tekens", "vijftien tekens", BeginDesk.PassphraseShort)]
    [InlineData(Password, Passphrase, "een andere wachtzin", BeginDesk.PassphraseRepeat)]
    [InlineData(Password, Password, Password, BeginDesk.PassphraseSame)]
    public async Task What_is_weak_or_mistyped_is_said_without_using_the_code(string password, string passphrase, string repeated, string refusal)
    {
        var refused = await Assert.ThrowsAsync<DeskRefusedException>(() => begin.BeginAsync(Code, Reader, "Noor", password, passphrase, repeated));

        Assert.Equal(refusal, refused.Code);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Reader_gets_a_fingerprint_to_read_aloud_and_an_editor_none()
    {
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", await begin.BeginAsync(Code, Reader, "Noor", Password, Passphrase, Passphrase));
        Assert.Null(await begin.BeginAsync(Code, Reader with { Roles = ["editor"] }, "Noor", Password, "", ""));
    }

    [Fact]
    public async Task Something_that_cannot_be_a_code_is_not_asked_about()
    {
        Assert.Equal(Refusals.StartCodeUnknown, (await Assert.ThrowsAsync<DeskRefusedException>(() => begin.LookAsync("ABCD"))).Code);
        Assert.Empty(server.Asked);
    }
}
