using FieldKit.Content.Reading;

namespace FieldKit.Content.Wording;

/// <summary>rules/names.yaml.</summary>
/// <param name="Longest">Words in the longest name.</param>
/// <param name="Hashes">SHA-256 of each name, in hexadecimal.</param>
internal sealed record HashedNames(int Longest, IReadOnlyList<string> Hashes)
{
    public static HashedNames Read(YamlMap map) => map.Done(new HashedNames(map.Number("longest") ?? 1, map.Texts("names")));
}
