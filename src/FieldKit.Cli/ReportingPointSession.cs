namespace FieldKit.Cli;

/// <summary>A session with a reporting point, for the length of one command.</summary>
internal static class ReportingPointSession
{
    /// <param name="work">True: it was done.</param>
    /// <returns>The command's exit code.</returns>
    public static async Task<int> RunAsync(Uri url, TextWriter output, CancellationToken cancellation, Func<ReportingPointClient, Task<bool>> work)
    {
        using var point = new ReportingPointClient(url);
        var (name, password) = Credentials.Ask(output);
        if (!await point.TryAsync(() => point.SignInAsync(name, password, cancellation), output))
        {
            return 1;
        }

        var done = await work(point);
        await point.TryAsync(async () => { await point.SignOutAsync(cancellation); return true; }, output);
        return done ? 0 : 1;
    }
}
