using System.Text;
using System.Text.RegularExpressions;

namespace FieldKit.Cli.Tests;

public sealed partial class ContentPrintCommandTests : IDisposable
{
    private readonly Workbench bench = new();

    [Fact]
    public void Every_chart_and_guide_is_written_as_html()
    {
        var (code, said) = bench.Run("content", "print", "--content", Workbench.Content, "--out", bench.File("uit"), "--html-only");
        Assert.True(code == 0, said);
        Assert.Equal(32, Directory.GetFiles(bench.File("uit"), "*.html").Length);
    }

    [Fact]
    public void Poster_is_one_page_and_a_guide_a_few()
    {
        var (code, said) = bench.Run("content", "print", "--content", Workbench.Content, "--out", bench.File("uit"), "--only", "F05", "G01");
        Assert.True(code == 0, said);
        Assert.Equal(1, PagesOf("F05"));
        Assert.InRange(PagesOf("G01"), 1, 4);
    }

    [Fact]
    public void Without_chromium_that_is_said_in_one_line()
    {
        var (code, said) = bench.Run(
            "content", "print", "--content", Workbench.Content, "--out", bench.File("uit"), "--chromium", bench.File("nergens"));
        Assert.Equal(1, code);
        Assert.Single(said.Trim().Split('\n'));
        Assert.Contains("--html-only", said);
    }

    [Fact]
    public void An_unknown_municipality_is_said_with_those_that_are_known()
    {
        var (code, said) = bench.Run("content", "print", "--content", Workbench.Content, "--out", bench.File("uit"), "--municipality", "atlantis");
        Assert.Equal(1, code);
        Assert.Contains("arnhem, nijmegen, utrecht", said);
    }

    public void Dispose() => bench.Dispose();

    private int PagesOf(string name) =>
        PageObject().Count(Encoding.Latin1.GetString(File.ReadAllBytes(bench.File($"uit/{name}.pdf"))));

    [GeneratedRegex(@"/Type /Page\b")]
    private static partial Regex PageObject();
}
