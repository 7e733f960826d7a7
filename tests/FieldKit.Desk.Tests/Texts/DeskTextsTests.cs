using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FieldKit.Desk.Texts;

namespace FieldKit.Desk.Tests.Texts;

public sealed partial class DeskTextsTests
{
    private static readonly Dictionary<string, string> Dutch = DeskTexts.Load(DeskTexts.Dutch);
    private static readonly Dictionary<string, string> English = DeskTexts.Load(DeskTexts.English);

    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Dutch.Keys.Order(), English.Keys.Order());

    [Fact]
    public void Both_languages_fill_in_the_same_values() =>
        Assert.DoesNotContain(Dutch.Keys, key => !Blanks(Dutch[key]).SetEquals(Blanks(English[key])));

    [Fact]
    public void Every_text_that_a_page_asks_for_is_there() =>
        Assert.DoesNotContain(
            Sources().SelectMany(file => Asked().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value),
            key => !Dutch.ContainsKey(key));

    [Fact]
    public void An_unknown_refusal_is_said_with_its_code() => Assert.Contains("brand-new", new DeskTexts().Refusal("brand-new"));

    [Fact]
    public void An_unknown_language_is_Dutch()
    {
        var texts = new DeskTexts();
        texts.Use("xx");
        Assert.Equal("nl", texts.Language);
    }

    private static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/FieldKit.Desk"), "*.*", SearchOption.AllDirectories)
            .Where(file => (file.EndsWith(".razor") || file.EndsWith(".cs")) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[Tt]exts(?:\[|\.Of\()""(?<key>[a-z.-]+)""")]
    private static partial Regex Asked();
}
