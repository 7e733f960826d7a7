using FieldKit.Content.Fuzzing;

namespace FieldKit.Content.Tests.Fuzzing;

/// <summary>A short run of what `fieldkit content fuzz` does at length, and every text that once went wrong.</summary>
public sealed class ContentFuzzerTests
{
    private const string Chart = SmallContent.Chart;
    private const string Guide = SmallContent.Guide;

    [Fact]
    public void Spoiled_content_gives_findings_and_never_a_crash()
    {
        var report = new ContentFuzzer(RepositoryContent.Folder, TimeProvider.System).Run(400, seed: 20261122);
        Assert.Equal(400, report.Targets.Sum(target => target.Inputs));
        Assert.All(report.Targets, target => Assert.InRange(target.Refused, 1, target.Inputs));

        // Time is judged by the command, on a machine that does nothing else.
        Assert.DoesNotContain(report.Failures, failure => !failure.What.StartsWith("took", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Chart, "id: [a, ?b]\n- {x: ?\uFEFF")]
    [InlineData(Chart, "a: [1, 2\n--- x: }")]
    [InlineData(Chart, "? [\n: }")]
    [InlineData(Chart, "id: \uFEFF\n\uFEFFx: [?]")]
    [InlineData(Chart, "id: &a x\ntitle: *a")]
    [InlineData(Guide, "---\nid: G90\n---\n::: step {#a}\n## \n:::\n")]
    [InlineData(Guide, "---\nid: ' '\ntitle: ' '\n---\n::: step {#a}\n##  \n\n \n:::\n")]
    public void A_text_that_once_crashed_a_reader_gives_findings(string file, string text) =>
        Assert.Contains(new SmallContent().WithFile(file, text).Compile().Errors, error => error.File == file);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Deep_nesting_in_YAML_is_refused(string opening) =>
        Assert.Contains(
            new SmallContent().WithFile(Chart, "id: x\nsteps: \n  " + string.Concat(Enumerable.Repeat(opening, 100_000))).Compile().Errors,
            error => error is { File: Chart, Rule: "yaml" });

    [Theory]
    [InlineData("> ")]
    [InlineData("* ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("**a ")]
    [InlineData("::")]
    public void Deep_nesting_in_Markdown_is_refused_or_read(string opening) =>
        new SmallContent().With(Guide, "Adem.", string.Concat(Enumerable.Repeat(opening, 20_000))).Compile();

    [Fact]
    public void A_guide_too_long_for_anyone_is_refused() =>
        Assert.Contains(
            new SmallContent().With(Guide, "Adem.", new string('a', 100_001)).Compile().Errors,
            error => error is { File: Guide, Rule: "too-long" });

    [Fact]
    public void The_same_seed_spoils_the_same_way() =>
        Assert.Equal(new TextMutator(new Random(5), ["ander"]).Mutate("een tekst\nvan twee regels"), new TextMutator(new Random(5), ["ander"]).Mutate("een tekst\nvan twee regels"));
}
