using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FieldKit.TestKit;

/// <summary>The published site as `./run` starts it, on a free port, with data of its own. Can be killed and started again.</summary>
public sealed partial class RunningSite : IAsyncDisposable
{
    private readonly string content;
    private readonly string[] switches;
    private readonly string published = Published("site", "FieldKit.ReportingPoint.dll");
    private readonly int port = FreePort.Find();
    private readonly List<string> output = [];
    private Process? server;

    private RunningSite(string content, string[] switches)
    {
        this.content = content;
        this.switches = switches;
    }

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("fieldkit-site-").FullName;

    public Uri Address => new($"http://localhost:{port}/");

    public DemoStaff Staff { get; private set; } = new("", "", "", "", "");

    /// <summary>The one-time code that the last start printed.</summary>
    public string EnrolmentCode { get; private set; } = "";

    /// <summary>Everything that the server wrote to its output and log so far.</summary>
    public string Log
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    /// <summary>The most bytes of memory that the server ever held (Linux: VmHWM).</summary>
    public long PeakMemory =>
        1024 * long.Parse(PeakPattern().Match(File.ReadAllText($"/proc/{server!.Id}/status")).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <param name="content">Another content folder than the one that ships.</param>
    /// <param name="data">A data folder of an earlier site, to go on with a copy of it.</param>
    /// <param name="municipality">Whose reporting point it is.</param>
    /// <param name="switches">What else stands on the server's command line.</param>
    public static async Task<RunningSite> StartAsync(string? content = null, string? data = null, string municipality = "utrecht", params string[] switches)
    {
        var site = new RunningSite(content ?? RepositoryRoot.Of("content"), switches);
        try
        {
            if (data is null)
            {
                await site.SetUpAsync(municipality);
            }
            else
            {
                site.GoOnWith(data);
            }

            await site.StartServerAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    public async Task StartServerAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        server = Launch(
            published,
            ["--urls", $"http://localhost:{port}", "--data", DataFolder, "--setup", SetupFile, "--demo",
             "--content", content, .. switches],
            line =>
            {
                lock (output)
                {
                    output.Add(line);
                }

                if (CodePattern().Match(line) is { Success: true } match)
                {
                    ready.TrySetResult(match.Value);
                }
            });
        server.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server stopped:\n{Log}"));
        EnrolmentCode = await ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await Listening.UntilAsync(new(Address, "health/ready"));
    }

    /// <summary>As a power cut: no goodbye.</summary>
    public async Task KillAsync()
    {
        server!.EnableRaisingEvents = false;
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>`fieldkit` as the content editor of the demo types it.</summary>
    public Task RunToolAsync(params string[] arguments) => RunToolAsAsync(Staff.Editor, Staff.EditorPassword, arguments);

    /// <summary>`fieldkit` as somebody else types it.</summary>
    /// <returns>What it said.</returns>
    public async Task<IReadOnlyList<string>> RunToolAsAsync(string name, string password, params string[] arguments)
    {
        var lines = new List<string>();
        using var tool = Launch(Published("cli", "fieldkit.dll"), arguments, lines.Add, ("FIELDKIT_NAME", name), ("FIELDKIT_PASSWORD", password));
        await tool.WaitForExitAsync();
        Assert.True(tool.ExitCode == 0, string.Join('\n', lines));
        return lines;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            await KillAsync();
        }

        Directory.Delete(DataFolder, recursive: true);
    }

    private string SetupFile => Path.Combine(DataFolder, "setup.json");

    private async Task SetUpAsync(string municipality)
    {
        var lines = new List<string>();
        using var tool = Launch(Published("cli", "fieldkit.dll"), ["setup", "demo", "--out", SetupFile, "--municipality", municipality], lines.Add);
        await tool.WaitForExitAsync();
        Assert.True(tool.ExitCode == 0, string.Join('\n', lines));
        Staff = DemoStaff.Parse(lines);
    }

    private void GoOnWith(string data)
    {
        foreach (var file in Directory.GetFiles(data))
        {
            File.Copy(file, Path.Combine(DataFolder, Path.GetFileName(file)));
        }

        Staff = DemoStaff.Parse(File.ReadAllLines($"{SetupFile}.secrets.txt"));
    }

    private static Process Launch(
        string assembly, IEnumerable<string> arguments, Action<string> onLine, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        DataReceivedEventHandler relay = (_, line) =>
        {
            if (line.Data is not null)
            {
                onLine(line.Data);
            }
        };
        process.OutputDataReceived += relay;
        process.ErrorDataReceived += relay;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string Published(string folder, string assembly)
    {
        var path = RepositoryRoot.Of("artifacts", folder, assembly);
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"Publish first (./test does): artifacts/{folder}/{assembly} is missing.");
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"VmHWM:\s+(\d+) kB")]
    private static partial Regex PeakPattern();
}
