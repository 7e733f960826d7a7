using System.Diagnostics;
using System.Text.Json;
using FieldKit.Protocol;
using FieldKit.TestKit;
using Microsoft.Data.Sqlite;

namespace FieldKit.Device.Tests.Integration;

/// <summary>The real program as a process of its own, on a database of its own, so that it can really be killed.</summary>
public sealed class RealReportingPoint : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort.Find();
    private Process? process;

    public RealReportingPoint()
    {
        Desk = new(Address);
        File.WriteAllBytes(folder.File("setup.json"), JsonSerializer.SerializeToUtf8Bytes(Desk.Setup, ProtocolJson.Default.ReportingPointSetup));
    }

    public Uri Address => new($"http://127.0.0.1:{port}/");

    public DeskWorker Desk { get; }

    public string Database => folder.File("data/reportingpoint.db");

    /// <returns>The one-time code that it printed at this start.</returns>
    public async Task<string> StartAsync()
    {
        var code = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "FieldKit.ReportingPoint.dll"),
                "--urls", Address.ToString(), "--data", folder.File("data"), "--setup", folder.File("setup.json"),
                "--content", RepositoryRoot.Of("content"), "--demo",
            },
        };
        process = Process.Start(start)!;
        var said = new List<string?>();
        process.OutputDataReceived += (_, line) => Hear(line.Data, said, code);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, said, code);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => code.TrySetException(new InvalidOperationException(string.Join('\n', said)));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return await code.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>As when the power goes: no chance to finish anything.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
    }

    /// <summary>Rows in its database, read past the program.</summary>
    public long Count(string table)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            Kill();
        }

        process?.Dispose();
        Desk.Dispose();
        folder.Dispose();
    }

    private static void Hear(string? line, List<string?> said, TaskCompletionSource<string> code)
    {
        said.Add(line);
        if (line?.Split(' ')[^1] is { } last && EnrolmentCode.TryParse(last) is not null)
        {
            code.TrySetResult(last);
        }
    }
}
