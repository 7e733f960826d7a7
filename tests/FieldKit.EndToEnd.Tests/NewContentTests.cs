namespace FieldKit.EndToEnd.Tests;

/// <summary>An editor changes a telephone number; a phone in the field shows it after a tap, and fetches little for it.</summary>
[Collection(SiteCollection.Name)]
public sealed class NewContentTests(SiteFixture fixture) : IAsyncLifetime
{
    private const string OldNumber = "0800-2000";
    private const string NewNumber = "0800-2999";
    private readonly BrowserProfile profile = new(fixture.Playwright);
    private readonly string folder = Directory.CreateTempSubdirectory("fieldkit-content-").FullName;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await profile.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Published_content_waits_for_a_tap_and_then_shows()
    {
        await using var site = await RunningSite.StartAsync();
        var page = await profile.OpenAsync(width: 400, height: 800);
        var worker = new FieldWorker(page, site.Address);
        await worker.OpenAsync();
        await worker.Test("content-age").WaitForAsync();

        await PublishChangedNumberAsync(site);
        var bodies = new List<string>();
        page.Request += (_, request) => bodies.Add(new Uri(request.Url).AbsolutePath);
        // The edition in use is opened anew, and the newer one fetched behind it.
        await worker.OpenAsync();
        await worker.Test("content-show").ClickAsync();
        await worker.Test("content-waiting").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });

        Assert.Contains("/api/v1/content/parts", bodies);
        Assert.DoesNotContain(bodies, path => path.StartsWith("/api/v1/content/parts/", StringComparison.Ordinal));
        await worker.OpenAsync("bellen");
        await worker.Test("call-T04").First.WaitForAsync();
        Assert.Contains(NewNumber, await worker.Test("call-T04").First.InnerTextAsync());
    }

    private async Task PublishChangedNumberAsync(RunningSite site)
    {
        var source = RepositoryRoot.Of("content");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "content", Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = await File.ReadAllTextAsync(file);
            // Also where the form and a municipality say it: a number that no contact has is refused.
            await File.WriteAllTextAsync(copy, text.Replace(OldNumber, NewNumber, StringComparison.Ordinal));
        }

        var built = Path.Combine(folder, "inhoud.fkc");
        await site.RunToolAsync("content", "build", "--content", Path.Combine(folder, "content"), "--out", built);
        await site.RunToolAsync("content", "sign", built, "--key", Path.Combine(site.DataFolder, "signing.key"), "--sequence", "2");
        await site.RunToolAsync("content", "publish", built, "--url", site.Address.ToString());
    }
}
