using Microsoft.Playwright;

namespace FieldKit.EndToEnd.Tests;

/// <summary>
/// A browser for sample vaults. What a browser keeps belongs to an address, port included, and a test's site has a port of its
/// own: so the browser is told where one fixed address is.
/// </summary>
internal static class SampleBrowser
{
    private const string Host = "vault.localhost";

    public static Uri Address { get; } = new($"http://{Host}/");

    public static BrowserProfile Open(IPlaywright playwright, RunningSite site) =>
        new(playwright, $"--host-resolver-rules=MAP {Host}:80 127.0.0.1:{site.Address.Port}");

    /// <summary>Where Chromium keeps the database of that address, below the profile.</summary>
    public static string DatabaseFolder(BrowserProfile profile) =>
        Path.Combine(profile.Folder, "Default", "IndexedDB", $"http_{Host}_0.indexeddb.leveldb");
}
