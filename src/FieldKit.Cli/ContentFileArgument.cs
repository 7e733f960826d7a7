using System.CommandLine;
using FieldKit.Protocol;

namespace FieldKit.Cli;

/// <summary>The content file that a command works on.</summary>
internal static class ContentFileArgument
{
    public static Argument<FileInfo> Create() => new("file") { Description = "Bestand van `fieldkit content build` / file of `fieldkit content build`" };

    /// <returns>Null when it cannot be read; what is wrong has then been said.</returns>
    public static ContentFile? TryRead(FileInfo file, TextWriter output)
    {
        if (!file.Exists)
        {
            output.WriteLine($"{file.Name} is er niet / is not there.");
            return null;
        }

        if (file.Length > ContentFile.MaximumBytes)
        {
            output.WriteLine($"{file.Name} is te groot / is too large (> {ContentFile.MaximumBytes} bytes).");
            return null;
        }

        try
        {
            return ContentFile.Read(File.ReadAllBytes(file.FullName));
        }
        catch (MalformedContentException failure)
        {
            output.WriteLine($"{file.Name} deugt niet / is not right: {failure.Message}.");
            return null;
        }
    }
}
