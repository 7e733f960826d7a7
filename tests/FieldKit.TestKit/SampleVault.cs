using System.IO.Compression;

namespace FieldKit.TestKit;

/// <summary>A vault that an earlier version wrote, as files (tests/FieldKit.SampleVaults/README.md), and what is in each of them.</summary>
public static class SampleVault
{
    public const string Draft = "Concept: stond bij de sporthal te wachten.";
    public const string Queued = "Verzegeld zonder verbinding: liep twee keer langs het plein.";
    public const string FollowUp = "Later bijgekomen: het was na vijven.";
    public const string Delivered = "Bezorgd: vroeg of hij mee mocht doen.";
    public const string Advice = "Dank je. Houd het contact en bel ons volgende week.";
    public const string UnreadAdvice = "We bellen je morgen.";
    public const string Phone = "030-7654321";

    /// <summary>The folder of each earlier version.</summary>
    public static TheoryData<string> Versions => [.. Directory.GetDirectories(Root).Select(Path.GetFileName).OfType<string>().Where(name => File.Exists(Of(name, Native))).Order()];

    public const string Native = "native.zip";
    public const string Browser = "browser.zip";

    private static string Root => RepositoryRoot.Of("tests", "FieldKit.SampleVaults");

    public static string Of(string version, string kind) => Path.Combine(Root, version, kind);

    /// <summary>A copy that may be changed.</summary>
    public static void Unpack(string version, string kind, string folder) => ZipFile.ExtractToDirectory(Of(version, kind), folder, overwriteFiles: true);

    public static void Pack(string folder, string version, string kind)
    {
        var file = Of(version, kind);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        ZipFile.CreateFromDirectory(folder, file, CompressionLevel.SmallestSize, includeBaseDirectory: false);
    }
}
