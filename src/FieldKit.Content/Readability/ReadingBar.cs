using FieldKit.Content.Reading;

namespace FieldKit.Content.Readability;

/// <summary>One line of rules/reading.yaml: what every text of a language must reach.</summary>
/// <param name="LongestSentence">In words.</param>
internal sealed record ReadingBar(string Language, int LowestEase, int LongestSentence)
{
    public static IReadOnlyList<ReadingBar> Read(ContentFolder files) => files.Map("rules/reading.yaml") is { } map ? ReadAll(map) : [];

    public static IReadOnlyList<ReadingBar> ReadAll(YamlMap map) => map.Done<IReadOnlyList<ReadingBar>>([.. map.Maps("languages").Select(Read)]);

    private static ReadingBar Read(YamlMap map) =>
        map.Done(new ReadingBar(map.Text("language"), map.Number("lowest_ease") ?? 0, map.Number("longest_sentence") ?? int.MaxValue));
}
