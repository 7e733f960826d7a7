namespace FieldKit.ReportingPoint.Storage;

/// <summary>Where this reporting point keeps its database and keys: readable by its own user alone. Used by one process at a time, unless shared by nodes on one database: it then holds keys only.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? held;

    /// <exception cref="InvalidOperationException">Another process uses this folder, and it is not shared.</exception>
    public DataFolder(string path, bool isShared = false)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (isShared)
        {
            return;
        }

        try
        {
            // Two servers on one database would number the same sequence twice; the system frees the lock when a process dies.
            held = new FileStream(File(".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new InvalidOperationException("Another reporting point already uses this data folder.", failure);
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => held?.Dispose();
}
