using System.Net;
using System.Net.Http.Json;
using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>Colleagues come, begin, get the keys, lose a passphrase and go: who may, and what is left afterwards.</summary>
public sealed class MembersTests : IDisposable
{
    private const string Members = "/api/v1/staff/members";
    private static readonly string Password = Setups.UtrechtSecrets.Password;
    private static readonly StaffStartRequest Noor = new("Noor", ["screener"], Password);

    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("screener")]
    [InlineData("weigher")]
    [InlineData("case-table")]
    [InlineData("editor")]
    [InlineData("auditor")]
    [InlineData("screener weigher case-table editor auditor")]
    public async Task Only_an_administrator_lets_in_lets_begin_again_and_removes(string roles)
    {
        await point.ExecuteAsync($"UPDATE staff SET roles = '{roles}' WHERE name = 'screener'");
        using var member = await StaffMember.ScreenerAsync(point);
        var id = Setups.Utrecht.Staff[0].Id;

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await InviteAsync(member, Noor));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await AgainAsync(member, $"{Members}/{id}/start"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await AgainAsync(member, $"{Members}/{id}/removal"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.DeleteAsync("/api/v1/staff/starts/0123456789ab"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.DeleteAsync($"{Members}/{id}/sessions"));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.PostAsync("/api/v1/staff/recovery", null));
    }

    [Theory]
    [InlineData("editor")]
    [InlineData("auditor")]
    public async Task Who_neither_reads_nor_administers_sees_no_colleagues_and_gives_no_access(string roles)
    {
        await point.ExecuteAsync($"UPDATE staff SET roles = '{roles}' WHERE name = 'screener'");
        using var member = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(Members));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await GiveAsync(member, Setups.Utrecht.Staff[0].Id, []));
    }

    [Fact]
    public async Task Nobody_without_a_session_does_any_of_it()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Members));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await InviteAsync(nobody, Noor));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.PostAsync("/api/v1/staff/recovery", null));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.DeleteAsync($"{Members}/{Setups.IdOf("editor")}/sessions"));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await GiveAsync(nobody, Guid.NewGuid(), []));
    }

    [Fact]
    public async Task Another_municipality_finds_nobody_of_here()
    {
        using var arnhem = await StaffMember.ArnhemScreenerAsync(point);
        using var administrator = await StaffMember.ScreenerAsync(point);
        var start = await InvitedAsync(administrator);
        var password = new PasswordAgain(Setups.ArnhemSecrets.Password);
        var id = Setups.Utrecht.Staff[0].Id;

        Assert.Equal([Setups.Arnhem.Staff[0].Id], (await ListAsync(arnhem)).Members.Select(member => member.Id));
        Assert.Empty((await ListAsync(arnhem)).Starts);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.PostAsJsonAsync($"{Members}/{id}/removal", password, ProtocolJson.Default.PasswordAgain));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.PostAsJsonAsync($"{Members}/{id}/start", password, ProtocolJson.Default.PasswordAgain));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.DeleteAsync($"/api/v1/staff/starts/{start.Name}"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await GiveAsync(arnhem, id, []));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.DeleteAsync($"{Members}/{id}/sessions"));
        Assert.Equal(HttpStatusCode.OK, (await administrator.Client.GetAsync(Members)).StatusCode);
    }

    [Fact]
    public async Task Session_alone_lets_nobody_in_or_out_and_wrong_passwords_are_slowed_down()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var removal = $"{Members}/{Setups.IdOf("editor")}/removal";

        for (var tries = 0; tries < 5; tries++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.PasswordWrong, await AgainAsync(administrator, removal, "iets anders"));
        }

        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, await AgainAsync(administrator, removal));
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, await InviteAsync(administrator, Noor));
        Assert.Equal(["5"], await point.ReadAsync("SELECT count(*) FROM audit WHERE action = 'key-action-refused' AND subject = 'password-wrong'"));
    }

    [Theory]
    [InlineData("N", "screener", Refusals.NameInvalid)]
    [InlineData("No\u202eor", "screener", Refusals.NameInvalid)]
    [InlineData("Noor", "", Refusals.RoleUnknown)]
    [InlineData("Noor", "chef", Refusals.RoleUnknown)]
    [InlineData("Noor", "screener screener", Refusals.RoleUnknown)]
    public async Task What_is_out_of_bounds_lets_nobody_in(string name, string roles, string refusal)
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var asked = new StaffStartRequest(name, roles.Split(' ', StringSplitOptions.RemoveEmptyEntries), Password);

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, refusal, await InviteAsync(administrator, asked));
        Assert.Empty((await ListAsync(administrator)).Starts);
    }

    [Fact]
    public async Task New_colleague_begins_once_and_reads_signals_from_when_a_holder_gives_access()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));
        var start = await InvitedAsync(administrator);
        using var noor = new Newcomer(point);
        await noor.BeginAsync(start.Code);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.StartCodeUnknown, await noor.TryBeginAsync(start.Code));
        await noor.BeginAsync((await InvitedAsync(administrator, id: noor.Id)).Code);

        using var member = await noor.SignedInAsync();
        Assert.Empty(await noor.OpenKeyringAsync(member));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await GiveAsync(member, noor.Id, WrappedFor(noor.PublicKey), noor.PublicKey));
        Assert.Equal(HttpStatusCode.NoContent, (await GiveAsync(administrator, noor.Id, WrappedFor(noor.PublicKey), noor.PublicKey)).StatusCode);

        var epoch = (await noor.OpenKeyringAsync(member))[1];
        var signal = await member.OpenAsync((await member.InboxAsync())[0].Id);
        Hpke.Open(epoch, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        Assert.Equal(
            ["start-issued", "staff-added", "start-issued", "staff-began-again", "key-action-refused", "access-given"],
            await point.ReadAsync($"SELECT action FROM audit WHERE subject LIKE '{noor.Id:D}%' OR action = 'key-action-refused' ORDER BY sequence"));
    }

    [Fact]
    public async Task Start_code_ends_after_three_days_and_when_it_is_taken_back()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var (late, withdrawn) = (await InvitedAsync(administrator), await InvitedAsync(administrator));
        using var answer = await administrator.Client.DeleteAsync($"/api/v1/staff/starts/{withdrawn.Name}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var noor = new Newcomer(point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.StartCodeUnknown, await noor.TryBeginAsync(withdrawn.Code));
        Assert.Equal([late.Name], (await ListAsync(administrator)).Starts.Select(start => start.Name));
        point.Clock.Advance(TimeSpan.FromDays(3));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.StartCodeUnknown, await noor.TryBeginAsync(late.Code));
    }

    [Fact]
    public async Task Weak_password_or_a_key_of_another_kind_uses_no_code_up()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var code = (await InvitedAsync(administrator)).Code;
        using var noor = new Newcomer(point);
        using var taken = new Newcomer(point, "SCREENER-arnhem");

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasswordShort, await noor.TryBeginAsync(code, "elf-letters"));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await noor.TryBeginAsync(code, change: own => own with { PublicKey = new byte[65] }));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await noor.TryBeginAsync(code, change: own => own with { MemoryKiB = 8 }));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await noor.TryBeginAsync(code, change: own => own with { Sealed = new byte[2000] }));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.NameTaken, await taken.TryBeginAsync(code));
        await noor.BeginAsync(code);
    }

    [Fact]
    public async Task Access_is_refused_for_another_key_other_epochs_and_who_has_it()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var noor = new Newcomer(point);
        await noor.BeginAsync((await InvitedAsync(administrator)).Code);
        using var stranger = KeyPair.Generate();
        var wrapped = WrappedFor(noor.PublicKey);

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.KeyMoved, await GiveAsync(administrator, noor.Id, wrapped, stranger.PublicKey));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await GiveAsync(administrator, noor.Id, [], noor.PublicKey));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await GiveAsync(administrator, noor.Id, [wrapped[0] with { Epoch = 2 }], noor.PublicKey));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await GiveAsync(administrator, noor.Id, [wrapped[0] with { PublicKey = stranger.PublicKey }], noor.PublicKey));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.KeyInvalid, await GiveAsync(administrator, Setups.IdOf("editor"), wrapped, noor.PublicKey));
        Assert.Equal(HttpStatusCode.NoContent, (await GiveAsync(administrator, noor.Id, wrapped, noor.PublicKey)).StatusCode);
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.KeyMoved, await GiveAsync(administrator, noor.Id, wrapped, noor.PublicKey));
    }

    [Fact]
    public async Task Lost_passphrase_is_repaired_with_another_key_and_nothing_of_the_old_one_is_left()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var noor = new Newcomer(point);
        await noor.BeginAsync((await InvitedAsync(administrator)).Code);
        var (id, former) = (noor.Id, noor.PublicKey);
        (await GiveAsync(administrator, id, WrappedFor(former), former)).Dispose();
        using var before = await noor.SignedInAsync();

        var start = await InvitedAsync(administrator, id);
        Assert.True(Assert.Single((await ListAsync(administrator)).Starts).Again);
        Assert.Single(await noor.OpenKeyringAsync(before));
        await noor.BeginAsync(start.Code, "een-ander-wachtwoord");

        Assert.Equal((id, HttpStatusCode.Unauthorized), (noor.Id, (await before.Client.GetAsync("/api/v1/staff/keyring")).StatusCode));
        using var member = await noor.SignedInAsync("een-ander-wachtwoord");
        Assert.Empty(await noor.OpenKeyringAsync(member));
        Assert.Empty((await ListAsync(administrator)).Members.Single(one => one.Id == id).Epochs);
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.KeyMoved, await GiveAsync(administrator, id, WrappedFor(former), former));
        (await GiveAsync(administrator, id, WrappedFor(noor.PublicKey), noor.PublicKey)).Dispose();
        Assert.Single(await noor.OpenKeyringAsync(member));
    }

    [Fact]
    public async Task Removed_colleague_is_out_at_once_and_stays_out_when_the_setup_file_is_read_again()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var editor = await StaffMember.EditorAsync(point);
        var id = Setups.IdOf("editor");

        Assert.Equal(HttpStatusCode.NoContent, (await AgainAsync(administrator, $"{Members}/{id}/removal")).StatusCode);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await editor.Client.GetAsync("/api/v1/staff/keyring"));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await AgainAsync(administrator, $"{Members}/{id}/removal"));
        point.Restart();
        Assert.DoesNotContain("editor", await point.ReadAsync("SELECT name FROM staff"));
        Assert.Equal([id.ToString("D")], await point.ReadAsync("SELECT subject FROM audit WHERE action = 'staff-removed'"));
    }

    [Fact]
    public async Task Administrator_signs_a_colleague_out_on_every_machine_and_nobody_else()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var office = await StaffMember.EditorAsync(point);
        using var home = await StaffMember.EditorAsync(point);
        var id = Setups.IdOf("editor");

        using var answer = await administrator.Client.DeleteAsync($"{Members}/{id}/sessions");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await office.Client.GetAsync("/api/v1/staff/session"));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await home.Client.GetAsync("/api/v1/staff/session"));
        Assert.Equal(HttpStatusCode.OK, (await administrator.Client.GetAsync("/api/v1/staff/session")).StatusCode);
        Assert.Equal([id.ToString("D")], await point.ReadAsync("SELECT subject FROM audit WHERE action = 'staff-signed-out'"));
        (await StaffMember.EditorAsync(point)).Dispose();
    }

    [Fact]
    public async Task Last_who_administers_or_opens_signals_is_not_removed()
    {
        await LeaveOnlyTheScreenerAsync();
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var second = new Newcomer(point, "beheer");
        await second.BeginAsync((await InvitedAsync(administrator, asked: Noor with { Name = "beheer", Roles = ["administrator"] })).Code);
        var id = Setups.Utrecht.Staff[0].Id;

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.LastHolder, await AgainAsync(administrator, $"{Members}/{id}/removal"));
        Assert.Equal(HttpStatusCode.NoContent, (await AgainAsync(administrator, $"{Members}/{second.Id}/removal")).StatusCode);
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.LastAdministrator, await AgainAsync(administrator, $"{Members}/{id}/removal"));
    }

    [Fact]
    public async Task Last_holder_begins_again_only_where_there_is_a_recovery_key()
    {
        await LeaveOnlyTheScreenerAsync();
        using var administrator = await StaffMember.ScreenerAsync(point);
        var id = Setups.Utrecht.Staff[0].Id;
        await InvitedAsync(administrator, id);

        await point.ExecuteAsync("UPDATE municipalities SET recovery = NULL");

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.LastHolder, await AgainAsync(administrator, $"{Members}/{id}/start"));
    }

    public void Dispose() => point.Dispose();

    private Task LeaveOnlyTheScreenerAsync() => point.ExecuteAsync("DELETE FROM staff WHERE municipality = 'utrecht' AND name <> 'screener'");

    /// <summary>As a holder's browser does it.</summary>
    private static WrappedEpochKey[] WrappedFor(byte[] reader)
    {
        using var epoch = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        return [KeyCeremony.Wrap("utrecht", 1, epoch, reader)];
    }

    private static Task<HttpResponseMessage> InviteAsync(StaffMember member, StaffStartRequest asked) =>
        member.Client.PostAsJsonAsync(Members, asked, ProtocolJson.Default.StaffStartRequest);

    private static Task<HttpResponseMessage> AgainAsync(StaffMember member, string path, string? password = null) =>
        member.Client.PostAsJsonAsync(path, new(password ?? Password), ProtocolJson.Default.PasswordAgain);

    private static Task<HttpResponseMessage> GiveAsync(StaffMember member, Guid id, IReadOnlyList<WrappedEpochKey> wrapped, byte[]? publicKey = null) =>
        member.Client.PostAsJsonAsync($"{Members}/{id}/access", new(publicKey ?? [], wrapped), ProtocolJson.Default.AccessRequest);

    private static async Task<StaffMembers> ListAsync(StaffMember member) => (await member.Client.GetFromJsonAsync(Members, ProtocolJson.Default.StaffMembers))!;

    /// <param name="id">Of a member who begins again; null for somebody new.</param>
    private static async Task<IssuedStart> InvitedAsync(StaffMember member, Guid? id = null, StaffStartRequest? asked = null)
    {
        using var answer = id is null ? await InviteAsync(member, asked ?? Noor) : await AgainAsync(member, $"{Members}/{id}/start");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedStart))!;
    }
}
