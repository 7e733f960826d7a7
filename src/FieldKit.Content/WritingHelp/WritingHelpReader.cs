using FieldKit.Content.Reading;
using FieldKit.Domain.WritingHelp;

namespace FieldKit.Content.WritingHelp;

internal static class WritingHelpReader
{
    public static IReadOnlyDictionary<string, HintKind> Kinds { get; } =
        Enum.GetValues<HintKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly Dictionary<string, IdentityDetector> Detectors = new(StringComparer.Ordinal)
    {
        ["phone"] = IdentityDetector.Phone,
        ["mail"] = IdentityDetector.Mail,
        ["bsn"] = IdentityDetector.Bsn,
        ["plate"] = IdentityDetector.Plate,
        ["date-of-birth"] = IdentityDetector.DateOfBirth,
        ["address"] = IdentityDetector.Address,
        ["handle"] = IdentityDetector.Handle,
        ["name"] = IdentityDetector.Name,
    };

    public static WritingHelpText Read(YamlMap map)
    {
        var aid = new WritingAid(
            map.Text("language"),
            [.. map.Maps("hints").Select(ReadRule)],
            map.Texts("facts"),
            map.Date("updated"),
            map.Texts("persons"),
            map.Map("behaviour") is { } behaviour ? ReadBehaviour(behaviour) : null);
        var text = new WritingHelpText(
            aid,
            [.. map.Lists("mirrors").Select(list => map.From(list.Line, new MirrorSentences(list.Texts)))],
            [.. map.Maps("examples").Select(ReadExample)]);
        map.From(map.Line, aid);
        return map.Done(text);
    }

    private static BehaviourAid ReadBehaviour(YamlMap map) => map.Done(new BehaviourAid(
        map.Text("guide"),
        map.Texts("feelings"),
        map.Texts("filler")));

    private static HintRule ReadRule(YamlMap map) => map.Done(new HintRule(
        map.Text("id"),
        map.Choice("kind", Kinds, HintKind.Interpretation, required: true),
        map.Text("question"),
        map.OptionalText("quoted"),
        map.OptionalText("with_name"),
        map.Texts("words"),
        map.Texts("except"),
        map.Choices("detect", Detectors, IdentityDetector.Name),
        map.Flag("about_person")));

    private static ExampleSentence ReadExample(YamlMap map) => map.Done(new ExampleSentence(map.Text("text"), map.Texts("gives")));
}
