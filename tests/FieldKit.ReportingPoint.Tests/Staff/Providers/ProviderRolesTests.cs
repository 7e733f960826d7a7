using System.Net;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>Roles from the provider's groups: only those of the map, and never so that nobody administers or reads.</summary>
public sealed class ProviderRolesTests(TwoProviders providers) : IClassFixture<TwoProviders>
{
    private const string NoRole = "/desk/?provider=provider-no-role";
    private const string Last = "/desk/?provider=provider-roles-last";

    private static readonly Dictionary<string, string> Map = new()
    {
        ["meldpunt-screening"] = StaffRoles.Screener,
        ["meldpunt-weging"] = StaffRoles.Weigher,
        ["meldpunt-beheer"] = StaffRoles.Administrator,
    };

    [Fact]
    public async Task Who_is_in_no_group_of_the_map_is_refused_signed_out_and_without_its_roles_until_groups_come_back()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, Map);
        using var weigher = await provided.LinkedAsync(providers.Utrecht, "wil", Setups.UtrechtSecrets.Weigher!.Name);
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.GroupAsync("wil", "kantine");

        Assert.Equal(NoRole, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "wil"));

        Assert.Null(await ProvidedPoint.SessionAsync(page));
        Assert.Null(await ProvidedPoint.SessionAsync(weigher));
        using var byPassword = await StaffMember.WeigherAsync(provided.Point);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await byPassword.Client.GetAsync("/api/v1/staff/inbox"));

        await providers.Utrecht.GroupAsync("wil", "meldpunt-weging", "kantine");
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "wil"));
        Assert.Empty(await page.InboxAsync());
        var id = Setups.IdOf(Setups.UtrechtSecrets.Weigher.Name).ToString("D");
        Assert.Equal([$"roles-from-groups {id}", $"roles-from-groups {id} weigher"], await provided.AuditAsync("roles-"));
        Assert.Equal(["provider-refused utrecht provider-no-role"], await provided.AuditAsync("provider-refused"));
    }

    [Fact]
    public async Task No_claim_at_all_is_no_group()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, Map);
        (await provided.LinkedAsync(providers.Utrecht, "nobodys-groups", Setups.UtrechtSecrets.Weigher!.Name)).Dispose();
        using var page = StaffMember.Nobody(provided.Point);

        Assert.Equal(NoRole, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "nobodys-groups"));
    }

    [Fact]
    public async Task Groups_give_and_take_the_roles_of_the_map_at_once_in_every_session_and_leave_the_others()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, Map);
        using var editor = await provided.LinkedAsync(providers.Utrecht, "ed", StaffRoles.Editor);
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.GroupAsync("ed", "meldpunt-screening", "meldpunt-beheer");

        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "ed"));
        Assert.Equal([StaffRoles.Screener, StaffRoles.Editor, StaffRoles.Administrator], (await ProvidedPoint.SessionAsync(editor))!.Roles);

        // A role opens no signals: nobody has wrapped the key for this member.
        await providers.Utrecht.GroupAsync("ed", "meldpunt-weging");
        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "ed"));
        Assert.Equal([StaffRoles.Weigher, StaffRoles.Editor], (await ProvidedPoint.SessionAsync(editor))!.Roles);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await editor.Client.GetAsync("/api/v1/staff/codes"));
    }

    [Fact]
    public async Task Nobody_gets_a_role_that_the_map_does_not_have()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, new Dictionary<string, string> { ["meldpunt-weging"] = StaffRoles.Weigher });
        using var editor = await provided.LinkedAsync(providers.Utrecht, "el", StaffRoles.Editor);
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.GroupAsync("el", "meldpunt-weging", "administrator", "screener", "MELDPUNT-WEGING");

        Assert.Equal("/desk/", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "el"));

        Assert.Equal([StaffRoles.Weigher, StaffRoles.Editor], (await ProvidedPoint.SessionAsync(page))!.Roles);
    }

    [Fact]
    public async Task Last_administrator_keeps_the_role_and_is_told_why_it_is_refused()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, Map);
        using var last = await provided.LinkedAsync(providers.Utrecht, "ad", StaffRoles.Administrator);
        await provided.Point.ExecuteAsync("UPDATE staff SET roles = 'screener weigher' WHERE municipality = 'utrecht' AND name = 'screener'");
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.GroupAsync("ad", "meldpunt-weging");

        Assert.Equal(Last, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "ad"));

        Assert.Equal([StaffRoles.Administrator], (await ProvidedPoint.SessionAsync(last))!.Roles);
        Assert.Empty(await provided.AuditAsync("roles-"));
    }

    [Fact]
    public async Task Last_who_opens_signals_keeps_reading()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht, Map);
        using var screener = await provided.LinkedAsync(providers.Utrecht, "sam");
        await provided.Point.ExecuteAsync("UPDATE staff SET roles = 'editor' WHERE municipality = 'utrecht' AND name <> 'screener' AND name <> 'administrator'");
        using var page = StaffMember.Nobody(provided.Point);
        await providers.Utrecht.GroupAsync("sam", "meldpunt-beheer");

        Assert.Equal(Last, await ProvidedPoint.SignInAsync(page, providers.Utrecht, "sam"));

        Assert.Empty(await screener.InboxAsync());
    }
}
