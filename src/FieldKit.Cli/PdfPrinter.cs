using System.Diagnostics;

namespace FieldKit.Cli;

/// <summary>Chromium without a window, which makes a PDF of a page.</summary>
internal sealed class PdfPrinter(string program)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="chosen">A program by path; null looks on PATH.</param>
    /// <returns>Null when there is none.</returns>
    public static PdfPrinter? Find(FileInfo? chosen)
    {
        if (chosen is not null)
        {
            return chosen.Exists ? new(chosen.FullName) : null;
        }

        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        var endings = OperatingSystem.IsWindows() ? new[] { ".exe" } : [""];
        return (
            from name in Names
            from folder in folders
            from ending in endings
            let path = Path.Combine(folder, name + ending)
            where File.Exists(path)
            select new PdfPrinter(path)).FirstOrDefault();
    }

    /// <returns>False when no PDF came of it.</returns>
    public async Task<bool> PrintAsync(string html, string pdf, CancellationToken cancellation)
    {
        // A profile of its own: one that is in use would hand the page to the open browser and end.
        var profile = Directory.CreateTempSubdirectory("fieldkit-print-");
        try
        {
            File.Delete(pdf);
            var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in Arguments(profile.FullName, html, pdf))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Longest);
            try
            {
                await process.WaitForExitAsync(patience.Token);
                await said;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                process.Kill(entireProcessTree: true);
            }

            return File.Exists(pdf);
        }
        finally
        {
            Remove(profile);
        }
    }

    private static IEnumerable<string> Arguments(string profile, string html, string pdf)
    {
        string[] arguments = ["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer", $"--user-data-dir={profile}", $"--print-to-pdf={pdf}"];

        // Chromium refuses to start as root with its sandbox; the page is our own and may not run script.
        return [.. arguments, .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(), new Uri(html).AbsoluteUri];
    }

    private static void Remove(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A part of the browser still closes its files; the system empties its temporary folder.
        }
    }
}
