namespace FieldKit.Content.Reading;

/// <summary>Which keys a reader asks of a mapping, and what it expects there: noted while the reader runs, so that a schema says what the reader does.</summary>
internal sealed class MapShape
{
    /// <summary>Stands for every key, in a mapping whose keys are the writer's own.</summary>
    public const string AnyKey = "*";

    private readonly List<KeyShape> keys = [];

    /// <summary>In the order in which they were asked for; a key that takes one of two things is there twice.</summary>
    public IReadOnlyList<KeyShape> Keys => keys;

    /// <summary>Gives what stands below the key. Everything is read as a text in the end, so that question adds nothing to an earlier one.</summary>
    public MapShape Note(string key, ValueKind kind, bool required, IEnumerable<string> values)
    {
        var same = keys.Find(one => one.Key == key && (one.Kind == kind || kind == ValueKind.Text));
        if (same is null)
        {
            same = new(key, kind, required, [.. values], new MapShape());
            keys.Add(same);
        }

        return same.Below;
    }
}

internal sealed record KeyShape(string Key, ValueKind Kind, bool Required, IReadOnlyList<string> Values, MapShape Below);

internal enum ValueKind
{
    Text,
    LocalText,
    Texts,
    ListsOfTexts,
    Map,
    Maps,
    Flag,
    Number,
    Date,
    Time,
    Choice,
    Choices,
}
