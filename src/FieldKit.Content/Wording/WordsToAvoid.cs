using FieldKit.Content.Reading;

namespace FieldKit.Content.Wording;

/// <summary>One line of rules/words.yaml.</summary>
/// <param name="Instead">What to write in their place.</param>
/// <param name="Words">Whole words or phrases; "*" at the end stands for any ending.</param>
internal sealed record WordsToAvoid(string Language, string Instead, IReadOnlyList<string> Words)
{
    public static IReadOnlyList<WordsToAvoid> ReadAll(YamlMap map) => map.Done<IReadOnlyList<WordsToAvoid>>([.. map.Maps("words").Select(Read)]);

    private static WordsToAvoid Read(YamlMap map) => map.Done(new WordsToAvoid(map.Text("language"), map.Text("instead"), map.Texts("words")));
}
