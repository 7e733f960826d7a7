using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>An account at the provider is linked with the password, by its owner, in one session.</summary>
public sealed class ProviderAccountTests(TwoProviders providers) : IClassFixture<TwoProviders>
{
    private const string Refused = "/desk/account?provider=provider-refused";

    [Fact]
    public async Task Nobody_without_a_session_sees_links_or_unlinks_one()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var nobody = StaffMember.Nobody(provided.Point);

        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(ProvidedPoint.Own));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await ProvidedPoint.AskToLinkAsync(nobody));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.DeleteAsync(ProvidedPoint.Own));
    }

    [Fact]
    public async Task Session_alone_links_none_and_wrong_passwords_are_slowed_down()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var screener = await StaffMember.ScreenerAsync(provided.Point);
        for (var tries = 0; tries < 5; tries++)
        {
            await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.PasswordWrong, await ProvidedPoint.AskToLinkAsync(screener, "iets anders"));
        }

        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, await ProvidedPoint.AskToLinkAsync(screener));
        Assert.Null((await screener.Client.GetFromJsonAsync(ProvidedPoint.Own, ProtocolJson.Default.ProviderAccount))!.LinkedAt);
    }

    [Fact]
    public async Task Way_to_link_is_of_one_session_and_signs_nobody_in()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var screener = await StaffMember.ScreenerAsync(provided.Point);
        var back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskToLinkAsync(screener)), "sam");
        (await screener.Client.DeleteAsync("/api/v1/staff/session")).Dispose();

        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(screener.Client, back));

        Assert.Null(await ProvidedPoint.SessionAsync(screener));
        Assert.Empty(await provided.Point.ReadAsync("SELECT municipality FROM provider_accounts"));
    }

    [Fact]
    public async Task Somebody_elses_way_back_links_nothing_in_another_browser()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var screener = await StaffMember.ScreenerAsync(provided.Point);
        using var editor = await StaffMember.EditorAsync(provided.Point);
        var back = await providers.Utrecht.VisitAsync(await ProvidedPoint.AddressAsync(await ProvidedPoint.AskToLinkAsync(editor)), "sam");

        Assert.Equal(Refused, await ProvidedPoint.ReturnAsync(screener.Client, back));
        Assert.Empty(await provided.Point.ReadAsync("SELECT municipality FROM provider_accounts"));
    }

    [Fact]
    public async Task One_account_is_of_one_member_and_one_member_has_one()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var screener = await provided.LinkedAsync(providers.Utrecht, "sam");
        using var editor = await StaffMember.EditorAsync(provided.Point);

        Assert.Equal("/desk/account?provider=provider-account-taken", await ProvidedPoint.LinkAsync(editor, providers.Utrecht, "sam"));
        Assert.Equal("/desk/account?provider=linked", await ProvidedPoint.LinkAsync(screener, providers.Utrecht, "sam-again"));

        using var page = StaffMember.Nobody(provided.Point);
        Assert.Equal("/desk/?provider=provider-not-linked", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam-again"));
        Assert.Equal("/desk/account?provider=linked", await ProvidedPoint.LinkAsync(editor, providers.Utrecht, "sam"));
    }

    [Fact]
    public async Task Linked_and_unlinked_stand_in_the_audit_log_without_the_account()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var screener = await provided.LinkedAsync(providers.Utrecht, "sam");
        Assert.Equal(provided.Point.Clock.GetUtcNow(), (await screener.Client.GetFromJsonAsync(ProvidedPoint.Own, ProtocolJson.Default.ProviderAccount))!.LinkedAt);

        using var answer = await screener.Client.DeleteAsync(ProvidedPoint.Own);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var id = Setups.IdOf("screener").ToString("D");
        Assert.Equal([$"provider-linked {id}", $"provider-unlinked {id}"], await provided.AuditAsync("provider-"));
    }

    [Fact]
    public async Task Who_begins_again_links_again()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        (await provided.LinkedAsync(providers.Utrecht, "bas", StaffRoles.Editor)).Dispose();
        using var administrator = await StaffMember.ScreenerAsync(provided.Point);
        using var asked = await administrator.Client.PostAsJsonAsync(
            $"/api/v1/staff/members/{Setups.IdOf(StaffRoles.Editor)}/start", new(Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);
        var code = EnrolmentCode.TryParse((await asked.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedStart))!.Code)!.Whole;
        var own = Setups.Utrecht.Staff[0].Keyring.Own with { Kdf = "argon2id", Iterations = 2, MemoryKiB = 19 * 1024 };
        using var page = StaffMember.Nobody(provided.Point);
        (await page.Client.PostAsJsonAsync("/api/v1/staff/start", new(code, "editor", "een nieuw wachtwoord", own), ProtocolJson.Default.StartRequest)).EnsureSuccessStatusCode().Dispose();

        Assert.Equal("/desk/?provider=provider-not-linked", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "bas"));
    }
}
