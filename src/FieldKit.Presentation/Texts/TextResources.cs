using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace FieldKit.Presentation;

/// <summary>The embedded files of one language, read once and merged; a key stands in one file only.</summary>
public static class TextResources
{
    private static readonly ConcurrentDictionary<(string Folder, string Language), IReadOnlyDictionary<string, string>> Read = new();

    /// <summary>Every text.</summary>
    /// <exception cref="ArgumentException">Two files hold the same key.</exception>
    public static IReadOnlyDictionary<string, string> Of(string language) =>
        new Dictionary<string, string>(First(language).Concat(Later(language)), StringComparer.Ordinal);

    /// <summary>Those that a first screen may show.</summary>
    internal static IReadOnlyDictionary<string, string> First(string language) => Read.GetOrAdd(("texts/", language), Merge);

    /// <summary>Those that no first screen waits for.</summary>
    internal static IReadOnlyDictionary<string, string> Later(string language) => Read.GetOrAdd(("later/", language), Merge);

    internal static bool TryFind(string language, string key, [NotNullWhen(true)] out string? text) =>
        First(language).TryGetValue(key, out text) || Later(language).TryGetValue(key, out text);

    /// <exception cref="ArgumentException">Two files hold the same key.</exception>
    private static IReadOnlyDictionary<string, string> Merge((string Folder, string Language) wanted)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(TextResources).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(IsWanted))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Add(merged, bytes);
        }

        return merged;

        bool IsWanted(string name) =>
            name.StartsWith(wanted.Folder, StringComparison.Ordinal) && name.EndsWith($".{wanted.Language}.json", StringComparison.Ordinal);
    }

    private static void Add(Dictionary<string, string> merged, byte[] json)
    {
        // Read token by token: half the time of a deserialised dictionary at start, where every millisecond is waited for.
        var reader = new Utf8JsonReader(json.AsSpan(json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0));
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var key = reader.GetString()!;
                reader.Read();
                merged.Add(key, reader.GetString()!);
            }
        }
    }
}
