using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Staff.Providers;

/// <summary>An administrator takes away a colleague's account of the provider, which somebody else may have taken over.</summary>
public sealed class MemberProviderAccountTests(TwoProviders providers) : IClassFixture<TwoProviders>
{
    private static readonly Guid Screener = Setups.IdOf("screener");

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Auditor)]
    [InlineData(StaffRoles.CaseTable)]
    [InlineData(Setups.ScreenerAlone)]
    public async Task Who_is_no_administrator_takes_nobodys_away(string role)
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var linked = await provided.LinkedAsync(providers.Utrecht, "noor");
        using var other = await StaffMember.WithRoleAsync(provided.Point, role);
        using var nobody = StaffMember.Nobody(provided.Point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await UnlinkAsync(other));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await UnlinkAsync(nobody));
        Assert.Single(await provided.Point.ReadAsync("SELECT municipality FROM provider_accounts"));
    }

    [Fact]
    public async Task Administrator_elsewhere_finds_no_such_member()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var linked = await provided.LinkedAsync(providers.Utrecht, "noor");
        using var stranger = await StaffMember.ArnhemScreenerAsync(provided.Point);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await UnlinkAsync(stranger));
        Assert.NotNull(await ProvidedPoint.SessionAsync(linked));
    }

    [Fact]
    public async Task Account_lets_nobody_in_any_more_its_sessions_are_over_and_the_password_still_works()
    {
        await using var provided = await ProvidedPoint.ForUtrechtAsync(providers.Utrecht);
        using var linked = await provided.LinkedAsync(providers.Utrecht, "noor");
        using var administrator = await StaffMember.WithRoleAsync(provided.Point, StaffRoles.Administrator);
        Assert.Equal([Screener], await WithAccountAsync(administrator));

        (await UnlinkAsync(administrator)).EnsureSuccessStatusCode().Dispose();

        Assert.Null(await ProvidedPoint.SessionAsync(linked));
        using var page = StaffMember.Nobody(provided.Point);
        Assert.EndsWith("provider-not-linked", await ProvidedPoint.SignInAsync(page, providers.Utrecht, "noor"), StringComparison.Ordinal);
        using var again = await StaffMember.ScreenerAsync(provided.Point);
        Assert.Empty(await WithAccountAsync(administrator));
        Assert.Equal($"provider-unlinked {Screener}", (await provided.AuditAsync("provider-")).First(line => line.StartsWith("provider-unlinked", StringComparison.Ordinal)));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await UnlinkAsync(administrator));
    }

    private static Task<HttpResponseMessage> UnlinkAsync(StaffMember member) => member.Client.DeleteAsync($"/api/v1/staff/members/{Screener}/provider-account");

    private static async Task<IReadOnlyList<Guid>> WithAccountAsync(StaffMember member) =>
        [.. (await member.Client.GetFromJsonAsync("/api/v1/staff/members", ProtocolJson.Default.StaffMembers))!.Members.Where(item => item.HasProviderAccount).Select(item => item.Id)];
}
