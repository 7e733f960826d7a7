using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace FieldKit.Benchmarks.Lighthouse;

/// <summary>Lighthouse's own judgement of the home page, with the installed Chromium. Its packages are installed when it first runs.</summary>
internal static class LighthouseBenchmark
{
    private const double Bar = 1;
    private static readonly string[] Categories = ["accessibility", "best-practices"];
    private static readonly string Folder = RepositoryRoot.Of("tests", "FieldKit.Benchmarks", "Lighthouse");

    public static async Task<bool> RunAsync()
    {
        await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts");
        await using var site = await RunningSite.StartAsync();
        using var folder = new TemporaryFolder();
        var report = folder.File("report.json");
        await RunAsync(
            "node", Path.Combine(Folder, "node_modules", "lighthouse", "cli", "index.js"), site.Address.ToString(),
            "--quiet", "--output=json", $"--output-path={report}", $"--only-categories={string.Join(',', Categories)}",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu");

        using var judgement = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        Console.WriteLine();
        Console.WriteLine("Lighthouse on the home page");
        var isPerfect = true;
        foreach (var category in Categories)
        {
            var score = judgement.RootElement.GetProperty("categories").GetProperty(category).GetProperty("score").GetDouble();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{category,-32} {score * 100,6:N0}  bar 100{(score < Bar ? "  under" : "")}"));
            isPerfect &= score >= Bar;
        }

        ShowFindings(judgement.RootElement);
        return isPerfect;
    }

    private static void ShowFindings(JsonElement judgement)
    {
        foreach (var audit in judgement.GetProperty("audits").EnumerateObject())
        {
            if (audit.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1)
            {
                Console.WriteLine($"  {audit.Name}: {audit.Value.GetProperty("title").GetString()}");
            }
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder };
        start.Environment["CHROME_PATH"] = Environment.GetEnvironmentVariable("FIELDKIT_CHROMIUM") ?? "/usr/bin/chromium";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
        }
    }
}
