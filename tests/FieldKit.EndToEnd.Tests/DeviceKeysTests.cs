namespace FieldKit.EndToEnd.Tests;

/// <summary>The device's keys in a real browser, before anything else was ever kept on it.</summary>
public sealed class DeviceKeysTests(SiteFixture fixture) : OneWorkerTests(fixture)
{
    // The module alone, on a page of this origin without the app: nothing else has made a key yet.
    private const string KeepTheVeryFirst = """
        async () => {
          const device = await import('/js/device.js');
          await device.keysCreate('482913');
          const change = (store, tier) => ({ store, id: 'eerste', expectedVersion: 0, length: 2, tier, aad: `${store}\neerste\n1` });
          const changes = [change('drafts', 'vault'), change('forms', 'device')];
          const done = await device.encryptAndCommit(JSON.stringify(changes), new Uint8Array([1, 2, 3, 4]));
          const opened = await device.readOpened('device', 'forms', 'eerste');
          return `${done} ${opened.bytes}`;
        }
        """;

    [Fact]
    public async Task The_very_first_commit_under_the_devices_own_key_does_not_wait_for_itself()
    {
        var page = await Profile.OpenAsync();
        await page.GotoAsync(new Uri(Site.Address, "health/live").ToString());

        Assert.Equal("done 3,4", await page.EvaluateAsync<string>(KeepTheVeryFirst).WaitAsync(TimeSpan.FromSeconds(30)));
    }
}
