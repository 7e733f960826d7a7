using FieldKit.Content.Advice;
using FieldKit.Content.Cases;
using FieldKit.Content.Contacts;
using FieldKit.Content.Facts;
using FieldKit.Content.Flowcharts;
using FieldKit.Content.Forms;
using FieldKit.Content.Guides;
using FieldKit.Content.Municipalities;
using FieldKit.Content.Readability;
using FieldKit.Content.Reading;
using FieldKit.Content.Starts;
using FieldKit.Content.Wording;
using FieldKit.Content.WritingHelp;

namespace FieldKit.Content.Schemas;

/// <summary>A JSON Schema per file format, made by letting each reader say what it asks for: they cannot drift apart.</summary>
public static class ContentSchemas
{
    private static readonly (ContentSchema Schema, Action<YamlMap> Read)[] Formats =
    [
        (new("flowchart", "Stroomschema", "flowcharts/*.yaml"), map => FlowchartReader.Read(map)),
        (new("guide", "Kop van een gids", "guides/*.md"), map => GuideFrontMatter.Read(map, dutch: true)),
        (new("guide-translation", "Kop van een vertaalde gids", "guides/*.en.md"), map => GuideFrontMatter.Read(map, dutch: false)),
        (new("contacts", "Contacten", "contacts/*.yaml"), map => ContactReader.Read(map)),
        (new("form", "Formulier", "forms/*.yaml"), map => FormReader.Read(map)),
        (new("municipality", "Gemeente", "municipalities/*.yaml"), map => MunicipalityReader.Read(map)),
        (new("case", "Oefencasus", "cases/*.yaml"), map => CaseReader.Read(map)),
        (new("start", "Startscherm per rol", "start/*.yaml"), map => StartReader.Read(map)),
        (new("advice", "Voorbeeld van een advies", "advice/*.yaml"), map => AdviceReader.Read(map)),
        (new("writing-help", "Schrijfhulp", "writing-help/*.yaml"), map => WritingHelpReader.Read(map)),
        (new("rows", "Register van de feitenbasis", "facts/rows.yaml"), map => FactRegisterReader.ReadRows(map)),
        (new("sections", "Afdelingen van de feitenbasis", "facts/sections.yaml"), map => FactRegisterReader.ReadSections(map)),
        (new("not-carried", "Feiten die niet gedragen worden", "facts/not-carried.yaml", IsList: true), map => FactRegisterReader.ReadNotCarried(map)),
        (new("reading", "Leesniveau", "rules/reading.yaml"), map => ReadingBar.ReadAll(map)),
        (new("words", "Woorden die een stempel geven", "rules/words.yaml"), map => WordsToAvoid.ReadAll(map)),
        (new("questions", "Wat een formulier nooit vraagt", "rules/questions.yaml"), map => WordsToAvoid.ReadAll(map)),
        (new("names", "Namen uit de bronnen", "rules/names.yaml"), map => HashedNames.Read(map)),
    ];

    /// <summary>File name and text of every schema.</summary>
    public static IReadOnlyList<(ContentSchema Schema, string Json)> All { get; } =
        [.. Formats.Select(format => (format.Schema, SchemaWriter.Write(format.Schema, ShapeOf(format.Read))))];

    /// <summary>Reads a text as the file of this name is read.</summary>
    internal static void ReadAs(string name, string text, Findings findings)
    {
        foreach (var (schema, read) in Formats.Where(format => format.Schema.IsFor(name)))
        {
            foreach (var map in schema.IsList ? YamlFile.ReadList(name, text, findings) : YamlFile.Read(name, text, findings) is { } one ? [one] : [])
            {
                read(map);
            }
        }
    }

    private static MapShape ShapeOf(Action<YamlMap> read)
    {
        var shape = new MapShape();
        read(YamlMap.Noting(shape, texts: true));
        read(YamlMap.Noting(shape, texts: false));
        return shape;
    }
}

/// <param name="Name">"flowchart" is published as schemas/flowchart.schema.json.</param>
/// <param name="Files">Which files it is for.</param>
/// <param name="IsList">The file is one list of such items.</param>
public sealed record ContentSchema(string Name, string Title, string Files, bool IsList = false)
{
    public string FileName => $"{Name}.schema.json";

    /// <param name="file">Name below the content folder.</param>
    public bool IsFor(string file) =>
        Files == file || (Files.EndsWith("/*.yaml", StringComparison.Ordinal) && file.EndsWith(".yaml", StringComparison.Ordinal) && file.StartsWith(Files[..^"*.yaml".Length], StringComparison.Ordinal));
}
