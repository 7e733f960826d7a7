using System.Net;
using FieldKit.Desk.Inbox;
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
    public async Task Fifteen_idle_minutes_lock_the_key_and_say_so()
    {
        await OpenAsync();
        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal((AccessState.Locked, false, true), (access.State, keys.IsOpen, access.LockedForIdling));
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

    [Fact]
    public async Task The_inbox_looks_again_every_twenty_seconds_while_the_key_is_open()
    {
        using var inbox = new InboxWatch(server.Client, access, clock);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(inbox.Items);
        await OpenAsync();
        clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(2, server.Asked.Count(route => route == "GET /api/v1/staff/inbox"));
        Assert.Equal(given.Id, inbox.Items!.Single().Id);
    }

    [Fact]
    public async Task The_inbox_keeps_what_it_had_when_the_reporting_point_is_gone()
    {
        using var inbox = new InboxWatch(server.Client, access, clock);
        await OpenAsync();
        await inbox.RefreshAsync();
        server.On("GET /api/v1/staff/inbox", () => throw new HttpRequestException("cut"));
        await inbox.RefreshAsync();
        Assert.Equal((1, DeskRefusedException.Unreachable), (inbox.Items!.Count, inbox.Failure));
    }

    private async Task OpenAsync()
    {
        await access.SignInAsync("Noor", "geheim");
        await access.UnlockAsync("goede wachtzin");
        Assert.Equal(AccessState.Open, access.State);
    }
}
