using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using FieldKit.Content;
using FieldKit.Content.Bundles;
using FieldKit.Crypto;
using FieldKit.Domain;
using FieldKit.Protocol;

namespace FieldKit.Benchmarks.Content;

/// <summary>
/// Building everything that ships, warm; the same a hundred times over, for each item; and the bytes that a first visit
/// and a changed telephone number cost a device: bodies as the reporting point compresses them, without HTTP headers.
/// </summary>
internal static class ContentBenchmark
{
    private const int Samples = 15;
    private const int Times = 100;
    private const double BuildBar = 2000;
    private const double BundleBar = 250 * 1024;
    private const double UpdateBar = 0.1;

    /// <summary>Linear is 1; above it is what two measurements on one machine differ.</summary>
    private const double LinearBar = 1.1;
    private static readonly DateOnly Day = new(2026, 11, 22);

    public static Task<bool> RunAsync()
    {
        var one = new List<double>();
        var bundle = Compile(RepositoryRoot.Of("content"));
        for (var sample = -3; sample < Samples; sample++)
        {
            var time = TimeOf(RepositoryRoot.Of("content"));
            if (sample >= 0)
            {
                one.Add(time);
            }
        }

        var (first, update) = Bytes(bundle);
        using var many = new MultipliedContent(Times);
        var hundredfold = TimeOf(many.Path);
        var (items, manyItems) = (ContentParts.Split(bundle).Count, ContentParts.Split(Compile(many.Path)).Count);

        var table = new ComparisonTable($"Content: {items} items, and {manyItems} for the growth", ("measured", "against"));
        table.Add("ms to build everything, warm", Medians.Of(one), BuildBar, 1);
        table.Add($"ms an item at {Times}×, against at 1×", hundredfold / manyItems, Medians.Of(one) / items, LinearBar);
        table.Add("bytes of a first visit, Brotli", first, BundleBar, 1);
        table.Add("bytes for one telephone number", update, first, UpdateBar);
        return Task.FromResult(table.Print());
    }

    private static double TimeOf(string folder)
    {
        var watch = Stopwatch.StartNew();
        BundleFile.Build(Compile(folder), 1, Day.AddDays(90)).Write();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static ContentBundle Compile(string folder)
    {
        var result = ContentCompiler.Compile(folder, Day);
        return result.Bundle ?? throw new InvalidOperationException(string.Join('\n', result.Errors.Take(10)));
    }

    private static (int First, int Update) Bytes(ContentBundle bundle)
    {
        using var key = SigningKey.Generate();
        var before = BundleFile.Build(bundle, 1, Day.AddDays(90));
        var contact = bundle.Contacts.First(known => known.Phone is not null && !known.Emergency);
        var after = BundleFile.Build(
            bundle with { Contacts = [.. bundle.Contacts.Select(known => known == contact ? known with { Phone = "030-1234567" } : known)] }, 2, Day.AddDays(90));
        var held = before.Manifest.Parts.Select(part => Convert.ToHexString(part.Sha256)).ToHashSet();
        var lacking = after.Manifest.Parts.Zip(after.Parts).Where(pair => !held.Contains(Convert.ToHexString(pair.First.Sha256))).Select(pair => pair.Second);
        return (
            Manifest(before.Manifest, key) + Brotli(ContentBytes.Join(before.Parts), CompressionLevel.SmallestSize),
            Manifest(after.Manifest, key) + Brotli(ContentBytes.Join(lacking), CompressionLevel.Optimal));
    }

    private static int Manifest(ContentManifest manifest, SigningKey key) =>
        Brotli(JsonSerializer.SerializeToUtf8Bytes(BundleFile.Sign(manifest, key), ProtocolJson.Default.ContentManifest), CompressionLevel.SmallestSize);

    private static int Brotli(byte[] bytes, CompressionLevel level)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, level))
        {
            brotli.Write(bytes);
        }

        return target.ToArray().Length;
    }
}
