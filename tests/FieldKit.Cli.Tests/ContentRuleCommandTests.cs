namespace FieldKit.Cli.Tests;

/// <summary>`fieldkit content check|coverage|schemas|fuzz`, as an editor meets them.</summary>
public sealed class ContentRuleCommandTests : IDisposable
{
    private readonly Workbench bench = new();

    [Fact]
    public void Good_content_is_said_to_be_good()
    {
        var (code, said) = bench.Run("content", "check", "--content", Workbench.Content);
        Assert.True(code == 0, said);
        Assert.StartsWith("Goed / good: 14 flowcharts, 18 guides", said);
    }

    [Fact]
    public void Every_mistake_is_said_at_once_with_file_line_rule_and_remedy()
    {
        var content = Copy();
        Spoil(content, "contacts/landelijk.yaml", "status: bevestigd", "status: zeker");
        Spoil(content, "flowcharts/F05.yaml", "danger: true", "danger: misschien");
        File.WriteAllText(Path.Combine(content, "forms/los.txt"), "x");

        var (code, said) = bench.Run("content", "check", "--content", content);

        Assert.Equal(1, code);
        Assert.Matches(@"contacts/landelijk\.yaml:\d+: wrong-value: T01: 'status' is one of bevestigd", said);
        Assert.Matches(@"flowcharts/F05\.yaml:\d+: wrong-value: 'danger' is true or false", said);
        Assert.Contains("forms/los.txt:1: unknown-file: Files in 'forms' end in '.yaml'", said);
    }

    [Fact]
    public void Figures_are_shown_when_asked()
    {
        Assert.DoesNotContain("per sentence", bench.Run("content", "check", "--content", Workbench.Content).Said);
        var said = bench.Run("content", "check", "--content", Workbench.Content, "--figures").Said;
        Assert.Matches(@"\d\d\.\d nl guides/G01\.md \(\d+ woorden / words", said);
        Assert.Matches(@"\d\d\.\d en guides/G01\.en\.md", said);
    }

    [Fact]
    public void Coverage_tells_row_by_row_where_a_fact_is_and_that_none_is_missing()
    {
        var (code, said) = bench.Run("content", "coverage", "--content", Workbench.Content);
        Assert.True(code == 0, said);
        Assert.Matches(@"A069 \[flow\] .*F03", said);
        Assert.Contains(" 0 gat(en) / hole(s), 0 fout(en) / error(s)", said);
    }

    [Fact]
    public void A_fact_that_nothing_carries_is_a_hole_and_fails()
    {
        var content = Copy();
        File.WriteAllText(Path.Combine(content, "facts/not-carried.yaml"), "- {id: A404, reason: Bestaat niet.}\n");
        Spoil(content, "facts/rows.yaml", "rows:\n", "rows:\n  - {id: A999, municipality: utrecht, support: [guide]}\n");

        var (code, said) = bench.Run("content", "coverage", "--content", content, "--holes");

        Assert.Equal(1, code);
        Assert.StartsWith("A999 [guide] GAT / HOLE", said);
        Assert.Contains("not-carried: 'A404' is not a row", said);
    }

    [Fact]
    public void Schemas_are_written_anew()
    {
        var content = Copy();
        var schema = Path.Combine(content, "schemas/flowchart.schema.json");
        var published = File.ReadAllText(schema);
        File.WriteAllText(schema, "{}");
        Assert.Equal(0, bench.Run("content", "schemas", "--content", content).Code);
        Assert.Equal(published, File.ReadAllText(schema));
    }

    [Fact]
    public void Fuzzing_shows_its_figures()
    {
        var (_, said) = bench.Run("content", "fuzz", "--content", Workbench.Content, "--inputs", "60", "--seed", "3");
        Assert.Contains("rules over a whole folder: 2 inputs", said);
        Assert.Contains("60 bedorven teksten / spoiled inputs, ", said);
    }

    [Fact]
    public void Fuzzing_begins_with_good_content()
    {
        var (code, said) = bench.Run("content", "fuzz", "--content", bench.File("leeg"), "--inputs", "1");
        Assert.Equal(1, code);
        Assert.Contains("content check", said);
    }

    public void Dispose() => bench.Dispose();

    private string Copy()
    {
        var copy = bench.File("inhoud");
        foreach (var file in Directory.EnumerateFiles(Workbench.Content, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(copy, Path.GetRelativePath(Workbench.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    private static void Spoil(string content, string file, string old, string replacement)
    {
        var path = Path.Combine(content, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }
}
