namespace FieldKit.ReportingPoint.Storage;

/// <summary>A file with a secret in it: readable by its owner alone from its first byte on.</summary>
internal static class OwnersFile
{
    /// <summary>On disk when this returns.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
