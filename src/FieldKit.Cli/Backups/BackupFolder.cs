using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FieldKit.Cli.Backups;

/// <summary>A backup on a disk: the database's copy, the signing key, and what it says of itself. Its owner's alone.</summary>
internal sealed class BackupFolder(DirectoryInfo folder)
{
    public const string SigningKey = "signing.key";

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    /// <exception cref="BackupException">There is something of that name.</exception>
    public void Create()
    {
        if (folder.Exists || File.Exists(folder.FullName))
        {
            throw new BackupException($"{folder.Name} bestaat al / exists already.");
        }

        Directory.CreateDirectory(folder.Parent!.FullName);
        if (OperatingSystem.IsWindows())
        {
            folder.Create();
        }
        else
        {
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Flushes the files and says what they are. From here on it is a backup.</summary>
    public async Task<BackupManifest> SealAsync(DateTimeOffset madeAt, string database, DatabaseContents contents, string[] names, CancellationToken cancellation)
    {
        var files = new List<BackedUpFile>();
        foreach (var name in names)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(PathOf(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
            files.Add(new(name, file.Length, await SHA256.HashDataAsync(file, cancellation)));
        }

        var manifest = new BackupManifest(BackupManifest.PresentFormat, madeAt, database, contents.Envelopes, contents.Audit, files);
        PrivateFile.Write(PathOf(BackupManifest.FileName), JsonSerializer.Serialize(manifest, BackupJson.Default.BackupManifest));
        return manifest;
    }

    /// <exception cref="BackupException">It is no backup, unfinished, damaged, or of a later form.</exception>
    public async Task<BackupManifest> OpenAsync(CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(BackupManifest.FileName)))
        {
            throw new BackupException($"{folder.Name} is geen backup, of een die niet af is / is no backup, or an unfinished one.");
        }

        BackupManifest? manifest;
        try
        {
            manifest = JsonSerializer.Deserialize(await File.ReadAllTextAsync(PathOf(BackupManifest.FileName), Encoding.UTF8, cancellation), BackupJson.Default.BackupManifest);
        }
        catch (JsonException)
        {
            manifest = null;
        }

        if (manifest?.Format != BackupManifest.PresentFormat)
        {
            throw new BackupException($"{BackupManifest.FileName} is niet te lezen, of van een nieuwere fieldkit / cannot be read, or is a newer fieldkit's.");
        }

        foreach (var file in manifest.Files)
        {
            await RequireUnchangedAsync(file, cancellation);
        }

        return manifest;
    }

    private async Task RequireUnchangedAsync(BackedUpFile expected, CancellationToken cancellation)
    {
        // Its name comes from a file: it leads nowhere else.
        if (Path.GetFileName(expected.Name) == expected.Name && File.Exists(PathOf(expected.Name)))
        {
            await using var file = new FileStream(PathOf(expected.Name), FileMode.Open, FileAccess.Read);
            if (file.Length == expected.Size && (await SHA256.HashDataAsync(file, cancellation)).AsSpan().SequenceEqual(expected.Sha256))
            {
                return;
            }
        }

        throw new BackupException($"{expected.Name} ontbreekt of is beschadigd / is missing or damaged.");
    }
}
