using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Passkeys;

/// <summary>Passkeys are added with the password, seen and removed by their owner alone.</summary>
public sealed class NewPasskeyTests : IDisposable
{
    private readonly RunningPoint point = new();
    private readonly SoftwareAuthenticator device;

    public NewPasskeyTests() => device = new(point.Address);

    [Fact]
    public async Task Nobody_without_a_session_sees_adds_or_removes_one()
    {
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(PasskeySteps.Own));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.AskNewAsync());
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.SendNewAsync("{}"));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.DeleteAsync($"{PasskeySteps.Own}/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task Session_alone_adds_none_and_wrong_passwords_are_slowed_down()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        for (var tries = 0; tries < 5; tries++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.PasswordWrong, await screener.AskNewAsync("iets anders"));
        }

        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, await screener.AskNewAsync());
        Assert.Empty(await screener.PasskeysAsync());
    }

    [Theory]
    [InlineData("another page")]
    [InlineData("another host")]
    [InlineData("a frame")]
    [InlineData("no check of its owner")]
    public async Task One_that_was_made_elsewhere_or_without_its_owner_is_not_kept(string how)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        Untrue(device, how);

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.TryAddAsync(device));

        Assert.Empty(await screener.PasskeysAsync());
        Assert.Equal([Refusals.PasskeyInvalid], await point.ReadAsync("SELECT subject FROM audit WHERE action = 'key-action-refused'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[null]")]
    public async Task What_is_no_passkey_is_not_kept(string credential)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        (await screener.AskNewAsync()).Dispose();

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.SendNewAsync(credential));
    }

    [Fact]
    public async Task Question_is_good_for_one_answer_in_one_session_for_five_minutes()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        var unasked = device.Make("""{"challenge":"AAAA","user":{"id":"AAAA"}}""");
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.SendNewAsync(unasked));

        var late = device.Make(await AskedAsync(screener));
        point.Clock.Advance(TimeSpan.FromMinutes(5));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.SendNewAsync(late));

        var ofFormerSession = device.Make(await AskedAsync(screener));
        (await screener.Client.DeleteAsync("/api/v1/staff/session")).Dispose();
        (await screener.Client.PostAsJsonAsync(
            "/api/v1/staff/session", new(Setups.UtrechtSecrets.Name, Setups.UtrechtSecrets.Password), ProtocolJson.Default.SignInRequest)).Dispose();
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.SendNewAsync(ofFormerSession));

        var forSigningIn = await screener.AskAsync();
        var mixed = new JsonObject { ["challenge"] = (string)JsonNode.Parse(forSigningIn)!["challenge"]!, ["user"] = new JsonObject { ["id"] = "AAAA" } };
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.SendNewAsync(device.Make(mixed.ToJsonString())));
        Assert.Empty(await screener.PasskeysAsync());
    }

    [Theory]
    [InlineData("L")]
    [InlineData("Lap\u202etop")]
    public async Task Name_out_of_bounds_is_refused(string name)
    {
        using var screener = await StaffMember.ScreenerAsync(point);

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.NameInvalid, await screener.TryAddAsync(device, name));
    }

    [Fact]
    public async Task One_passkey_is_of_one_member()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        using var editor = await StaffMember.EditorAsync(point);
        await screener.AddAsync(device);

        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await editor.TryAddAsync(device));
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, Refusals.PasskeyInvalid, await screener.TryAddAsync(device));
    }

    [Fact]
    public async Task Passkey_of_another_is_neither_seen_nor_removed_also_by_an_administrator()
    {
        using var editor = await StaffMember.EditorAsync(point);
        using var administrator = await StaffMember.ScreenerAsync(point);
        await editor.AddAsync(device);
        var id = Assert.Single(await editor.PasskeysAsync()).Id;

        Assert.Empty(await administrator.PasskeysAsync());
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await administrator.Client.DeleteAsync($"{PasskeySteps.Own}/{id}"));
        Assert.Single(await editor.PasskeysAsync());
    }

    [Fact]
    public async Task Ten_are_kept_and_no_more()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        for (var number = 1; number <= 10; number++)
        {
            using var another = new SoftwareAuthenticator(point.Address);
            await screener.AddAsync(another, $"Sleutel {number}");
        }

        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.PasskeysMany, await screener.AskNewAsync());
    }

    [Fact]
    public async Task Added_and_removed_stand_in_the_list_and_in_the_audit_log()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.AddAsync(device, " Laptop van werk ");
        var added = Assert.Single(await screener.PasskeysAsync());
        Assert.Equal(("Laptop van werk", point.Clock.GetUtcNow(), null), (added.Name, added.AddedAt, added.LastUsedAt));

        using var answer = await screener.Client.DeleteAsync($"{PasskeySteps.Own}/{added.Id}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await screener.PasskeysAsync());
        Assert.Equal(
            [$"passkey-added {added.Id:D}", $"passkey-removed {added.Id:D}"],
            await point.ReadAsync("SELECT action || ' ' || subject FROM audit WHERE action LIKE 'passkey%' ORDER BY sequence"));
    }

    [Fact]
    public async Task Question_asks_for_this_host_a_check_of_the_owner_and_a_passkey_that_is_found_without_a_name()
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        await screener.AddAsync(device);

        var asked = JsonNode.Parse(await AskedAsync(screener))!;

        Assert.Equal(
            (point.Address.Host, "required", "required", "none"),
            ((string?)asked["rp"]!["id"], (string?)asked["authenticatorSelection"]!["userVerification"], (string?)asked["authenticatorSelection"]!["residentKey"], (string?)asked["attestation"]));
        Assert.Single(asked["excludeCredentials"]!.AsArray());
    }

    public void Dispose()
    {
        device.Dispose();
        point.Dispose();
    }

    internal static void Untrue(SoftwareAuthenticator device, string how)
    {
        switch (how)
        {
            case "another page":
                device.Origin = "https://meldpunt.example";
                break;
            case "another host":
                device.Host = "meldpunt.example";
                break;
            case "a frame":
                device.IsInFrame = true;
                break;
            default:
                device.IsVerified = false;
                break;
        }
    }

    private static async Task<string> AskedAsync(StaffMember member)
    {
        using var answer = await member.AskNewAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.PasskeyOptions))!.Options;
    }
}
