using System.Net;
using System.Net.Http.Json;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Passkeys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Passkeys;

public sealed class PasskeyBookTests : IDisposable
{
    private const string Own = "/api/v1/staff/passkeys";
    private const string Session = "/api/v1/staff/session/passkey";
    private static readonly PasskeyItem Laptop = new(Guid.CreateVersion7(), "Laptop", new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), null);

    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly AnsweringDevice device = new();
    private readonly NativeDeskKeys keys;
    private readonly DeskAccess access;
    private readonly PasskeyBook book;

    public PasskeyBookTests()
    {
        server.Serve(given);
        server.On($"GET {Own}", () => Json<IReadOnlyList<PasskeyItem>>([Laptop]));
        server.On($"POST {Own}/options", () => Json(new PasskeyOptions("maken")));
        server.On($"POST {Session}/options", () => Json(new PasskeyOptions("vragen")));
        keys = new(given.Epoch);
        access = new(server.Client, keys, new IdleLock(new FakeClock()));
        book = new(server.Client, access, device);
    }

    public void Dispose()
    {
        book.Dispose();
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Wrong_password_asks_no_device()
    {
        server.On($"POST {Own}/options", () => FakeServer.Refuse(HttpStatusCode.Forbidden, Refusals.PasswordWrong));
        Assert.Equal(Refusals.PasswordWrong, await book.AddAsync("Laptop", "fout"));
        Assert.Empty(device.Asked);
    }

    [Fact]
    public async Task Who_turns_away_at_the_device_adds_nothing()
    {
        device.Refusal = PasskeyRefusals.None;
        Assert.Equal(PasskeyRefusals.None, await book.AddAsync("Laptop", "goed"));
        Assert.DoesNotContain($"POST {Own}", server.Asked);
    }

    [Fact]
    public async Task Name_and_the_devices_answer_go_to_the_reporting_point()
    {
        NewPasskey? sent = null;
        server.On($"POST {Own}", async request =>
        {
            sent = await request.Content!.ReadFromJsonAsync(ProtocolJson.Default.NewPasskey);
            return new(HttpStatusCode.NoContent);
        });
        Assert.Null(await book.AddAsync("Laptop", "goed"));
        Assert.Equal(new("Laptop", "antwoord op maken"), sent);
        Assert.Equal([Laptop], book.Passkeys!);
    }

    [Fact]
    public async Task One_that_is_gone_is_said_and_the_list_is_asked_for_anew()
    {
        Assert.Equal(PasskeyRefusals.Gone, await book.RemoveAsync(Laptop));
        Assert.Equal([Laptop], book.Passkeys!);
    }

    [Fact]
    public async Task Another_person_does_not_find_the_list_of_the_former()
    {
        await access.SignInAsync("Noor", "geheim");
        await book.RefreshAsync();
        await access.SignOutAsync();
        Assert.Null(book.Passkeys);
    }

    [Fact]
    public async Task Refused_passkey_leaves_the_desk_signed_out_and_is_no_lost_session()
    {
        server.On($"POST {Session}", () => FakeServer.Refuse(HttpStatusCode.Unauthorized, Refusals.PasskeyRefused));
        var refused = await Assert.ThrowsAsync<DeskRefusedException>(() => access.SignInAsync(device));
        Assert.Equal((Refusals.PasskeyRefused, null, false), (refused.Code, access.Staff, access.SessionEnded));
    }

    [Fact]
    public async Task Signed_in_with_a_passkey_the_key_is_still_closed()
    {
        server.On($"POST {Session}", () => Json(Case.Staff));
        await access.SignInAsync(device);
        Assert.Equal((AccessState.Locked, false), (access.State, keys.IsOpen));
        Assert.Equal(["vragen"], device.Asked);
    }

    private static HttpResponseMessage Json<T>(T body) =>
        new(HttpStatusCode.OK) { Content = JsonContent.Create(body, ProtocolJson.Default.GetTypeInfo(typeof(T))!) };

    /// <summary>A browser's passkeys that answer whatever is asked.</summary>
    private sealed class AnsweringDevice : IPasskeys
    {
        public string? Refusal { get; set; }

        public List<string> Asked { get; } = [];

        public ValueTask<bool> CanAsync() => ValueTask.FromResult(true);

        public ValueTask<string> MakeAsync(string options) => AnswerAsync(options);

        public ValueTask<string> AnswerAsync(string options)
        {
            Asked.Add(options);
            return Refusal is { } refusal ? throw new DeskRefusedException(refusal) : ValueTask.FromResult($"antwoord op {options}");
        }
    }
}
