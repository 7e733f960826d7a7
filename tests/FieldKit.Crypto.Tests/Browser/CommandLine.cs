using System.Diagnostics;

namespace FieldKit.Crypto.Tests.Browser;

/// <summary>Runs one command-line program to its end.</summary>
internal static class CommandLine
{
    /// <returns>What it wrote; its complaints are the exception when it fails.</returns>
    public static async Task<string> RunAsync(string name, IEnumerable<string> arguments, string input = "")
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var complaints = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{name} failed: {await complaints}{await output}");
    }
}
