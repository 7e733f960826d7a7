namespace FieldKit.Cli.Backups;

/// <summary>Keeps a reporting point from starting on a data folder, and finds one that already runs: both hold the same file.</summary>
internal static class DataFolderLock
{
    /// <exception cref="BackupException">A reporting point runs on it.</exception>
    public static IDisposable Take(DirectoryInfo data)
    {
        if (OperatingSystem.IsWindows())
        {
            data.Create();
        }
        else
        {
            Directory.CreateDirectory(data.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        try
        {
            return new FileStream(Path.Combine(data.FullName, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BackupException("Op deze gegevensmap draait een meldpunt. Stop het eerst / a reporting point runs on this data folder: stop it first.");
        }
    }
}
