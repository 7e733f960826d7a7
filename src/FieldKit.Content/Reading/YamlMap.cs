using System.Globalization;
using FieldKit.Domain.Languages;
using YamlDotNet.RepresentationModel;

namespace FieldKit.Content.Reading;

/// <summary>
/// A YAML mapping read strictly: each key is asked for once, and <see cref="Done{T}"/> reports keys that nobody asked for.
/// A value that cannot be read is reported and replaced by something harmless, so that reading goes on.
/// </summary>
internal sealed class YamlMap(string file, YamlMappingNode node, Findings findings, int lineOffset)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private MapShape? shape;
    private bool shapeOfTexts;

    /// <summary>A map that holds nothing and notes in <paramref name="shape"/> what a reader asks of it.</summary>
    /// <param name="texts">Where a reader looks whether a key holds a text: as if it did.</param>
    public static YamlMap Noting(MapShape shape, bool texts) =>
        new("", new YamlMappingNode(), new Findings(), lineOffset: 0) { shape = shape, shapeOfTexts = texts };

    public int Line => LineOf(node);

    public string Text(string key)
    {
        Note(key, ValueKind.Text, required: true);
        return OptionalText(key) ?? Missing(key, "");
    }

    public string? OptionalText(string key) => Find(key, ValueKind.Text) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        { } other => Wrong<string?>(other, $"'{key}' is one piece of text.", null),
    };

    public LocalText Local(string key)
    {
        Note(key, ValueKind.LocalText, required: true);
        return OptionalLocal(key) ?? Missing(key, new LocalText("?"));
    }

    public LocalText? OptionalLocal(string key) => Find(key, ValueKind.LocalText) switch
    {
        null => null,
        YamlMappingNode texts => ReadTexts(key, texts),
        { } other => Wrong<LocalText?>(other, $"'{key}' has a text per language: 'nl:' and 'en:'.", null),
    };

    /// <summary>A text per language, or one text that is the same in every language (a name).</summary>
    public LocalText LocalOrSame(string key) => IsText(key) ? new LocalText(Text(key) is var same && !string.IsNullOrWhiteSpace(same) ? same : "?") : Local(key);

    /// <summary>The keys of this mapping, for one whose keys are the writer's own.</summary>
    public IEnumerable<string> Keys => shape is not null ? [MapShape.AnyKey] : node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value).OfType<string>();

    public IReadOnlyList<string> Texts(string key) => [.. Items(key, ValueKind.Texts).Select(item => TextOf(key, item))];

    /// <summary>A list of words that each stand for a value.</summary>
    public IReadOnlyList<T> Choices<T>(string key, IReadOnlyDictionary<string, T> values, T otherwise) =>
        [.. Items(key, ValueKind.Choices, values.Keys).Select(item => values.TryGetValue(TextOf(key, item), out var value)
            ? value
            : Wrong(item, $"Each item of '{key}' is one of: {string.Join(", ", values.Keys)}.", otherwise))];

    public IReadOnlyList<YamlMap> Maps(string key) => Note(key, ValueKind.Maps) is { } child ? [Noting(child, shapeOfTexts)] :
        [.. Items(key, ValueKind.Maps).Select(item => item as YamlMappingNode ?? Wrong(item, $"Each item of '{key}' has 'key: value' lines.", new YamlMappingNode()))
            .Select(item => new YamlMap(file, item, findings, lineOffset))];

    /// <summary>A list of lists of texts.</summary>
    public IReadOnlyList<(int Line, IReadOnlyList<string> Texts)> Lists(string key) =>
        [.. Items(key, ValueKind.ListsOfTexts).Select(item => (LineOf(item), TextsOf(key, item)))];

    public YamlMap? Map(string key) => Note(key, ValueKind.Map) is { } child ? Noting(child, shapeOfTexts) : Find(key, ValueKind.Map) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, map, findings, lineOffset),
        { } other => Wrong<YamlMap?>(other, $"'{key}' has 'key: value' lines below it.", null),
    };

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public bool IsText(string key) => shape is not null ? shapeOfTexts : node.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlScalarNode;

    public bool Flag(string key, bool otherwise = false)
    {
        Note(key, ValueKind.Flag);
        return OptionalText(key) switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            _ => Wrong(Node(key)!, $"'{key}' is true or false.", otherwise),
        };
    }

    public int? Number(string key)
    {
        Note(key, ValueKind.Number);
        return OptionalText(key) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Wrong<int?>(Node(key)!, $"'{key}' is a whole number.", null);
    }

    public DateOnly Date(string key)
    {
        Note(key, ValueKind.Date, required: true);
        var text = Text(key);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || text.Length == 0)
        {
            return date;
        }

        return Wrong(Node(key)!, $"'{key}' is a date such as 2026-11-20.", DateOnly.MinValue);
    }

    /// <summary>A time of day; 24:00 is the end of the day, and reads as 00:00.</summary>
    public TimeOnly Time(string key)
    {
        Note(key, ValueKind.Time, required: true);
        var text = Text(key);
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || text is "24:00" or "")
        {
            return time;
        }

        return Wrong(Node(key)!, $"'{key}' is a time such as '09:00', in quotes.", TimeOnly.MinValue);
    }

    /// <param name="required">The key must be there; <paramref name="otherwise"/> then only keeps the reading going.</param>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> values, T otherwise, bool required = false)
    {
        Note(key, ValueKind.Choice, required, values.Keys);
        return OptionalText(key) is not { } text ? (required ? Missing(key, otherwise) : otherwise)
            : values.TryGetValue(text, out var value) ? value
            : Wrong(Node(key)!, $"'{key}' is one of: {string.Join(", ", values.Keys)}.", otherwise);
    }

    /// <summary>Reports keys that were not asked for, and ties the made object to this place in the file.</summary>
    public T Done<T>(T made)
        where T : class
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !known.Contains(name))
            {
                findings.Add(file, LineOf(key), "unknown-key", $"'{key}' is not known here. Known: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
            }
        }

        return From(Line, made);
    }

    /// <summary>Ties the made object to a line of this file.</summary>
    public T From<T>(int line, T made)
        where T : class => findings.From(made, file, line);

    /// <summary>What the shape says below this key; null when nothing is noted.</summary>
    private MapShape? Note(string key, ValueKind kind, bool required = false, IEnumerable<string>? values = null) =>
        shape?.Note(key, kind, required, values ?? []);

    private YamlNode? Node(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private YamlNode? Find(string key, ValueKind kind, IEnumerable<string>? values = null)
    {
        known.Add(key);
        Note(key, kind, values: values);
        return Node(key);
    }

    private IEnumerable<YamlNode> Items(string key, ValueKind kind, IEnumerable<string>? values = null) => Find(key, kind, values) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        { } other => Wrong<IEnumerable<YamlNode>>(other, $"'{key}' is a list.", []),
    };

    private string TextOf(string key, YamlNode item) =>
        item is YamlScalarNode { Value: { Length: > 0 } value } ? value : Wrong(item, $"'{key}' is a list of texts.", "?");

    private IReadOnlyList<string> TextsOf(string key, YamlNode item) =>
        item is YamlSequenceNode list ? [.. list.Children.Select(text => TextOf(key, text))] : Wrong<IReadOnlyList<string>>(item, $"Each item of '{key}' is a list of texts: '[one, two]'.", []);

    private LocalText? ReadTexts(string key, YamlMappingNode texts)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in texts.Children)
        {
            if (language is YamlScalarNode { Value: { Length: 2 } code } && code.All(char.IsAsciiLetterLower) && text is YamlScalarNode { Value: { } value })
            {
                read[code] = value.Trim();
            }
            else
            {
                findings.Add(file, LineOf(language), "unknown-key", $"'{key}' has a text per language, with a two-letter code such as 'nl'.");
            }
        }

        if (read.TryGetValue("nl", out var dutch) && dutch.Length > 0)
        {
            return new LocalText(read);
        }

        findings.Add(file, LineOf(texts), "dutch-missing", $"'{key}' has no Dutch text. Add 'nl:'.");
        return null;
    }

    private T Missing<T>(string key, T otherwise)
    {
        if (!Has(key))
        {
            findings.Add(file, Line, "missing-key", $"'{key}' is missing here. Add it.");
        }

        return otherwise;
    }

    private T Wrong<T>(YamlNode place, string message, T otherwise)
    {
        findings.Add(file, LineOf(place), "wrong-value", message);
        return otherwise;
    }

    private int LineOf(YamlNode place) => Math.Max(1, (int)place.Start.Line) + lineOffset;
}
