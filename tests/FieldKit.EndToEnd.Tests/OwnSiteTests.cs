using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FieldKit.EndToEnd.Tests;

/// <summary>Tests with a site of their own, and the browsers of whoever meets there.</summary>
[Collection(SiteCollection.Name)]
public abstract class OwnSiteTests : IAsyncLifetime
{
    private readonly List<BrowserProfile> profiles = [];

    protected OwnSiteTests(SiteFixture fixture)
    {
        Playwright = fixture.Playwright;
        Phone = NewProfile();
        Office = NewProfile();
    }

    private protected IPlaywright Playwright { get; }

    private protected RunningSite Site { get; private set; } = null!;

    /// <summary>Whose reporting point it is.</summary>
    private protected virtual string Municipality => "utrecht";

    private protected BrowserProfile Phone { get; }

    private protected BrowserProfile Office { get; }

    public async Task InitializeAsync() => Site = await RunningSite.StartAsync(municipality: Municipality);

    public async Task DisposeAsync()
    {
        foreach (var profile in profiles)
        {
            await profile.DisposeAsync();
        }

        await Site.DisposeAsync();
    }

    /// <summary>Of one person more; gone with the test.</summary>
    private protected BrowserProfile NewProfile()
    {
        var profile = new BrowserProfile(Playwright);
        profiles.Add(profile);
        return profile;
    }

    /// <param name="names">As <see cref="FieldWorker.WriteSignalAsync"/> takes them.</param>
    /// <returns>Who enrolled on the phone and wrote a signal there, which was received.</returns>
    private protected async Task<FieldWorker> SentAsync(string? fact = null, (string Writer, string About)? names = null)
    {
        var worker = new FieldWorker(await Phone.OpenAsync(), Site.Address) { City = Municipality };
        await worker.OpenAsync();
        await worker.WaitUntilInstalledAsync();
        await worker.EnrolAsync(Site.EnrolmentCode);
        await worker.Test("enrolled").WaitForAsync();
        await worker.Page.Locator("nav a[href$='signalen']").Last.ClickAsync();
        await worker.Test("new-signal").ClickAsync();
        await worker.WriteSignalAsync(fact, names);
        await worker.Test("seal").ClickAsync();
        await Expect(worker.Test("signal-state")).ToHaveAttributeAsync("data-state", "received");
        return worker;
    }

    /// <returns>Somebody at a desk of their own who opens no signals, and so needs no passphrase after signing in.</returns>
    private protected async Task<DeskMember> WithoutKeyAsync(string name, string password)
    {
        var member = new DeskMember(await NewProfile().OpenAsync(width: 1366, height: 768), Site.Address);
        await member.Page.GotoAsync(new Uri(Site.Address, "desk/").ToString());
        await member.Test("desk-name").FillAsync(name);
        await member.Test("desk-password").FillAsync(password);
        await member.Test("desk-sign-in").ClickAsync();
        return member;
    }
}
