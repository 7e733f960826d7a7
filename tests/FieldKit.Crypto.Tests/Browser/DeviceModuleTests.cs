using System.Diagnostics;
using System.Text.Json.Nodes;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>device.js in Chromium: IndexedDB, WebCrypto and the Argon2 worker as they are, before and after a browser restart.</summary>
public sealed class DeviceModuleTests(BundledModules modules) : IClassFixture<BundledModules>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Records_and_keys_hold_before_and_after_a_restart_of_the_browser()
    {
        using var site = new ModuleSite(modules.Folder);
        var profile = Directory.CreateTempSubdirectory("fieldkit-profile-").FullName;
        try
        {
            Assert.Empty(await FailuresAsync(site, profile, "#first"));
            Assert.Empty(await FailuresAsync(site, profile, "#second"));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static async Task<string[]> FailuresAsync(ModuleSite site, string profile, string part)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var browser = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("FIELDKIT_CHROMIUM") ?? "chromium",
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--user-data-dir={profile}", site.Address + part,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            // Read, or the browser stops on a full pipe.
            _ = browser.StandardOutput.ReadToEndAsync(patience.Token);
            _ = browser.StandardError.ReadToEndAsync(patience.Token);
            var report = JsonNode.Parse(await site.ReportAsync(patience.Token))!;
            Assert.True(report["checks"]!.GetValue<int>() > 10);
            return [.. report["failures"]!.AsArray().Select(failure => failure!.GetValue<string>())];
        }
        finally
        {
            // Killed, as a phone does: what was answered "done" is on the disk.
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
        }
    }
}
