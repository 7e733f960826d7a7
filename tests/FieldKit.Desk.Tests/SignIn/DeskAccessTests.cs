using System.Net;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Desk.SignIn;
using FieldKit.Desk.Tests.Setting;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.SignIn;

public sealed class DeskAccessTests : IDisposable
{
    private readonly Case given = new();
    private readonly FakeServer server = new();
    private readonly FakeClock clock = new();
    private readonly NativeDeskKeys keys;
    private readonly DeskAccess access;

    public DeskAccessTests()
    {
        server.Serve(given);
        keys = new(given.Epoch);
        access = new(server.Client, keys, new IdleLock(clock));
    }

    public void Dispose()
    {
        access.Dispose();
        given.Dispose();
    }

    [Fact]
    public async Task Without_a_session_the_desk_asks_to_sign_in()
    {
        server.On("GET /api/v1/staff/session", () => FakeServer.Refuse(HttpStatusCode.Unauthorized, "signed-out"));
        await access.StartAsync();
        Assert.Equal((AccessState.SignedOut, false), (access.State, access.SessionEnded));
    }

    [Fact]
    public async Task Signed_in_the_key_is_still_closed()
    {
        await access.SignInAsync("Noor", "geheim");
        Assert.Equal((AccessState.Locked, false), (access.State, keys.IsOpen));
    }

    [Fact]
    public async Task A_wrong_passphrase_leaves_the_key_closed()
    {
        await access.SignInAsync("Noor", "geheim");
        var refused = await Assert.ThrowsAsync<DeskRefusedException>(() => access.UnlockAsync("fout"));
        Assert.Equal((DeskAccess.PassphraseWrong, AccessState.Locked), (refused.Code, access.State));
    }

    [Fact]
    public async Task Signing_out_everywhere_leaves_here_too_and_closes_the_key()
    {
        await OpenAsync();
        server.On("DELETE /api/v1/staff/sessions", () => new(HttpStatusCode.NoContent));
        await access.SignOutEverywhereAsync();
        Assert.Equal((AccessState.SignedOut, false, null), (access.State, keys.IsOpen, access.Staff));
    }

    [Fact]
    public async Task Signing_out_everywhere_without_a_connection_is_not_said_to_be_done()
    {
        await access.SignInAsync("Noor", "geheim");
        server.On("DELETE /api/v1/staff/sessions", () => throw new HttpRequestException("no route"));
        var refused = await Assert.ThrowsAsync<DeskRefusedException>(access.SignOutEverywhereAsync);
        Assert.Equal((DeskRefusedException.Unreachable, AccessState.Locked), (refused.Code, access.State));
    }

    [Fact]
    public async Task Fifteen_idle_minutes_lock_the_key_and_say_so()
    {
        await OpenAsync();
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal((AccessState.Locked, false, true), (access.State, keys.IsOpen, access.LockedForIdling));
    }

    [Fact]
    public async Task Fifteen_idle_minutes_sign_out_an_administrator_who_has_no_key_to_lock()
    {
        server.On("DELETE /api/v1/staff/session", () => new(HttpStatusCode.NoContent));
        AnswerSignInWith(["administrator"]);
        await access.SignInAsync("Bo", "geheim");
        clock.Advance(TimeSpan.FromMinutes(10));
        access.Touch();
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(AccessState.Locked, access.State);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((AccessState.SignedOut, true, null), (access.State, access.LockedForIdling, access.Staff));
        Assert.Contains("DELETE /api/v1/staff/session", server.Asked);
        await access.SignInAsync("Bo", "geheim");
        Assert.Equal((AccessState.Locked, false), (access.State, access.LockedForIdling));
    }

    [Fact]
    public async Task An_administrator_who_reads_signals_is_locked_like_any_reader()
    {
        AnswerSignInWith(["screener", "administrator"]);
        await OpenAsync();
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal((AccessState.Locked, true), (access.State, access.LockedForIdling));
        Assert.NotNull(access.Staff);
    }

    [Fact]
    public async Task An_ended_session_goes_on_where_it_was_for_the_same_person()
    {
        await OpenAsync();
        access.LoseSession();
        Assert.Equal((AccessState.SignedOut, true), (access.State, access.SessionEnded));
        await access.SignInAsync("Noor", "geheim");
        Assert.Equal(AccessState.Open, access.State);
    }

    [Fact]
    public async Task An_ended_session_that_nobody_resumes_still_locks_the_key()
    {
        await OpenAsync();
        access.LoseSession();
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.False(keys.IsOpen);
        Assert.Equal(AccessState.SignedOut, access.State);
    }

    [Fact]
    public async Task Another_person_finds_the_key_closed_and_the_drafts_gone()
    {
        var changed = false;
        access.OwnerChanged += () => changed = true;
        await OpenAsync();
        access.LoseSession();
        server.On("POST /api/v1/staff/session", () => new(HttpStatusCode.OK)
        {
            Content = System.Net.Http.Json.JsonContent.Create(Case.Staff with { Staff = Guid.NewGuid() }, ProtocolJson.Default.StaffSession),
        });
        await access.SignInAsync("Ali", "geheim");
        Assert.Equal((AccessState.Locked, false, true), (access.State, keys.IsOpen, changed));
    }

    [Fact]
    public async Task Signing_out_closes_the_key_also_without_a_connection()
    {
        await OpenAsync();
        server.On("DELETE /api/v1/staff/session", () => throw new HttpRequestException("cut"));
        await access.SignOutAsync();
        Assert.Equal((AccessState.SignedOut, false), (access.State, keys.IsOpen));
    }

    private void AnswerSignInWith(string[] roles) => server.On("POST /api/v1/staff/session", () => new(HttpStatusCode.OK)
    {
        Content = System.Net.Http.Json.JsonContent.Create(Case.Staff with { Roles = roles }, ProtocolJson.Default.StaffSession),
    });

    private async Task OpenAsync()
    {
        await access.SignInAsync("Noor", "geheim");
        await access.UnlockAsync("goede wachtzin");
        Assert.Equal(AccessState.Open, access.State);
    }
}
