using System.Diagnostics;
using FieldKit.Protocol;

namespace FieldKit.Benchmarks.FirstVisit;

/// <summary>The published site as <c>./run</c> starts it, on a free port, with data of its own.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("fieldkit-bench-").FullName;
    private readonly TaskCompletionSource<string> code = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? server;

    public Uri Address { get; } = new($"http://localhost:{FreePort.Find()}/");

    /// <summary>The one-time enrolment code that it printed at its start.</summary>
    public Task<string> CodeAsync() => code.Task.WaitAsync(TimeSpan.FromMinutes(1));

    public static async Task<ServedSite> StartAsync()
    {
        var site = new ServedSite();
        var setup = Path.Combine(site.data, "setup.json");
        using (var tool = Launch(_ => { }, "cli", "fieldkit.dll", "setup", "demo", "--out", setup))
        {
            await tool.WaitForExitAsync();
        }

        site.server = Launch(
            site.Hear,
            "site",
            "FieldKit.ReportingPoint.dll",
            "--urls", site.Address.ToString(),
            "--data", site.data,
            "--content", RepositoryRoot.Of("content"),
            "--setup", setup,
            "--demo");
        await Listening.UntilAsync(new(site.Address, "health/ready"));
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    private void Hear(string line)
    {
        var last = line.Split(' ')[^1];
        if (EnrolmentCode.TryParse(last) is not null)
        {
            code.TrySetResult(last);
        }
    }

    private static Process Launch(Action<string> hear, string folder, string assembly, params string[] arguments)
    {
        var published = RepositoryRoot.Of("artifacts", folder);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(published, assembly), .. arguments])
        {
            WorkingDirectory = published,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.OutputDataReceived += (_, said) => hear(said.Data ?? "");
        process.BeginOutputReadLine();
        return process;
    }
}
