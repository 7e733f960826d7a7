using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace FieldKit.Device.Unsent;

/// <summary>What is wrong with a file, as a person can understand it. In each case nothing was changed.</summary>
public enum FileProblem
{
    /// <summary>Not one of FieldKit's.</summary>
    Other,

    /// <summary>Made by a newer version, or in a way that this device does not know.</summary>
    Newer,

    /// <summary>The end is missing.</summary>
    Cut,

    /// <summary>Changed since it was made.</summary>
    Damaged,

    /// <summary>The file is whole; the passphrase is another.</summary>
    Passphrase,
}

public sealed class UnsentFileException(FileProblem problem, Exception? cause = null) : Exception($"The file cannot be read: {problem}.", cause)
{
    public FileProblem Problem { get; } = problem;
}

/// <summary>
/// A file under a passphrase (docs/unsent-file.md): a line that says what it is, a line of JSON that says how the passphrase is
/// stretched and how long the body is, the encrypted body with both lines as associated data, and SHA-256 of all before it. That
/// last proves nothing against malice; it tells a damaged file from a mistyped passphrase.
/// </summary>
internal sealed record UnsentFile(Stretching Stretching, byte[] AssociatedData, byte[] Body)
{
    public const int MostBytes = 32 * 1024 * 1024;

    private const string Family = "fieldkit-unsent-";
    private const string FirstLine = Family + "1\n";
    private const int MostHeaderBytes = 4096;

    // Bounds, inclusive: a file from elsewhere must not keep this device busy for minutes, nor fill its memory.
    private const int MostMemoryKiB = 256 * 1024;
    private const int MostRounds = 5_000_000;
    private const int MostPasses = 16;

    public static async ValueTask<byte[]> WriteAsync(IPassphraseCipher cipher, string passphrase, byte[] plaintext)
    {
        var stretching = cipher.New();
        // Nonce and tag: the length is known before, so that it stands under the seal too.
        var length = plaintext.Length + 28;
        var header = JsonSerializer.Serialize(new(stretching, length), DeviceJson.Default.UnsentFileHeader);
        var lines = Encoding.ASCII.GetBytes($"{FirstLine}{header}\n");
        byte[] whole = [.. lines, .. await cipher.EncryptAsync(passphrase, stretching, plaintext, lines)];
        return [.. whole, .. SHA256.HashData(whole)];
    }

    /// <exception cref="UnsentFileException"></exception>
    public static UnsentFile Read(byte[] file)
    {
        var start = Encoding.ASCII.GetString(file.AsSpan(0, Math.Min(file.Length, FirstLine.Length)));
        if (start != FirstLine)
        {
            throw new UnsentFileException(start.StartsWith(Family, StringComparison.Ordinal) ? FileProblem.Newer : FileProblem.Other);
        }

        var lineEnd = file.AsSpan(FirstLine.Length, Math.Min(file.Length - FirstLine.Length, MostHeaderBytes)).IndexOf((byte)'\n');
        if (lineEnd < 0)
        {
            throw new UnsentFileException(file.Length < MostHeaderBytes ? FileProblem.Cut : FileProblem.Damaged);
        }

        var bodyStart = FirstLine.Length + lineEnd + 1;
        var header = Header(file.AsSpan(FirstLine.Length, lineEnd));
        var bodyEnd = bodyStart + header.Length;
        if (file.Length < bodyEnd + SHA256.HashSizeInBytes)
        {
            throw new UnsentFileException(FileProblem.Cut);
        }

        if (file.Length > bodyEnd + SHA256.HashSizeInBytes || !SHA256.HashData(file.AsSpan(0, bodyEnd)).AsSpan().SequenceEqual(file.AsSpan(bodyEnd)))
        {
            throw new UnsentFileException(FileProblem.Damaged);
        }

        return new(header.Stretching, file[..bodyStart], file[bodyStart..bodyEnd]);
    }

    private static UnsentFileHeader Header(ReadOnlySpan<byte> line)
    {
        try
        {
            var header = JsonSerializer.Deserialize(line, DeviceJson.Default.UnsentFileHeader);
            return header is { Length: > 0 and < MostBytes, Stretching: { Kdf: not null, Salt: { Length: >= 8 and <= 64 } } stretching } && IsWithinBounds(stretching)
                ? header
                : throw new UnsentFileException(FileProblem.Damaged);
        }
        catch (JsonException failure)
        {
            throw new UnsentFileException(FileProblem.Damaged, failure);
        }
    }

    private static bool IsWithinBounds(Stretching stretching) =>
        stretching is { Iterations: > 0, MemoryKiB: >= 0 and <= MostMemoryKiB, Parallelism: >= 0 and <= 4 }
        && stretching.Iterations <= (stretching.MemoryKiB > 0 ? MostPasses : MostRounds);
}

/// <param name="Length">Bytes of the body.</param>
internal sealed record UnsentFileHeader(Stretching Stretching, int Length);
