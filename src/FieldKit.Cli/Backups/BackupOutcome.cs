using System.Data.Common;
using FieldKit.Cli.Keys;

namespace FieldKit.Cli.Backups;

/// <summary>The exit code; and, when it failed, why.</summary>
internal static class BackupOutcome
{
    public static async Task<int> TellAsync(TextWriter output, Func<TextWriter, Task> work)
    {
        try
        {
            await work(output);
            return 0;
        }
        catch (Exception failure) when (failure is BackupException or KeysException or DbException or IOException or UnauthorizedAccessException)
        {
            output.WriteLine(failure.Message);
            return 1;
        }
    }
}
