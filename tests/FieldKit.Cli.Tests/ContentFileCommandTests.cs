using FieldKit.Protocol;

namespace FieldKit.Cli.Tests;

public sealed class ContentFileCommandTests : IDisposable
{
    private readonly Workbench bench = new();

    [Fact]
    public void Building_twice_gives_the_same_bytes()
    {
        Assert.Equal(0, Build("een.fkc").Code);
        Assert.Equal(0, Build("twee.fkc").Code);
        Assert.Equal(File.ReadAllBytes(bench.File("een.fkc")), File.ReadAllBytes(bench.File("twee.fkc")));
    }

    [Fact]
    public void Content_with_a_mistake_is_not_built()
    {
        Directory.CreateDirectory(bench.File("fout/flowcharts"));
        File.WriteAllText(bench.File("fout/flowcharts/F01.yaml"), "id: F01\n");

        var (code, said) = bench.Run("content", "build", "--content", bench.File("fout"), "--out", bench.File("uit.fkc"));

        Assert.Equal(1, code);
        Assert.Contains("flowcharts/F01.yaml:1: missing-key", said);
        Assert.False(File.Exists(bench.File("uit.fkc")));
    }

    [Fact]
    public void Signed_content_verifies_with_its_key_and_above_the_present_sequence()
    {
        var file = bench.Signed(7);
        var (code, said) = bench.Run("content", "verify", file, "--key", bench.Key(), "--above", "6");
        Assert.True(code == 0, said);
        Assert.Contains("sequence 7", said);
    }

    [Fact]
    public void Verify_says_everything_that_is_wrong_at_once()
    {
        var file = bench.Signed(7, "andere.key");
        bench.Clock.Advance(new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero) - bench.Clock.GetUtcNow());

        var (code, said) = bench.Run("content", "verify", file, "--key", bench.Key(), "--above", "7");

        Assert.Equal(1, code);
        Assert.Contains("signature is not by this key", said);
        Assert.Contains("is not above 7", said);
        Assert.Contains("was current until 2027-02-20", said);
    }

    [Fact]
    public void Unsigned_content_does_not_verify_and_is_not_published()
    {
        Build("inhoud.fkc");
        Assert.Contains("not signed yet", bench.Run("content", "verify", bench.File("inhoud.fkc"), "--key", bench.Key()).Said);
        var (code, said) = bench.Run("content", "publish", bench.File("inhoud.fkc"), "--url", "http://localhost:1");
        Assert.Equal(1, code);
        Assert.Contains("not signed yet", said);
    }

    [Fact]
    public void Altered_or_cut_off_files_are_named_as_such()
    {
        var file = bench.Signed(1);
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, bytes[..^1]);
        Assert.Contains("altered, or cut off", Verify(file));
        bytes[^5] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Contains("altered, or cut off", Verify(file));
        File.WriteAllBytes(file, new byte[ContentFile.MaximumBytes + 1]);
        Assert.Contains("too large", Verify(file));
        File.WriteAllText(file, "geen inhoud");
        Assert.Contains("not a FieldKit content file", Verify(file));
        Assert.Contains("is not there", Verify(bench.File("nergens.fkc")));
    }

    [Fact]
    public void A_file_that_is_no_key_is_refused_and_the_content_stays_as_it_was()
    {
        Build("inhoud.fkc");
        var before = File.ReadAllBytes(bench.File("inhoud.fkc"));

        var (code, said) = bench.Run("content", "sign", bench.File("inhoud.fkc"), "--key", bench.File("inhoud.fkc"), "--sequence", "1");

        Assert.Equal(1, code);
        Assert.Contains("is no key", said);
        Assert.Equal(before, File.ReadAllBytes(bench.File("inhoud.fkc")));
    }

    [Theory]
    [InlineData("http://meldpunt.example")]
    [InlineData("ftp://localhost")]
    [InlineData("meldpunt")]
    public void A_password_never_goes_over_an_open_line(string address)
    {
        var (code, said) = bench.Run("content", "publish", bench.Signed(1), "--url", address);
        Assert.NotEqual(0, code);
        Assert.Contains("https", said);
    }

    [Fact]
    public void A_reporting_point_that_does_not_answer_is_said_in_one_line()
    {
        var (code, said) = bench.Run("content", "publish", bench.Signed(1), "--url", "http://localhost:1");
        Assert.Equal(1, code);
        Assert.Single(said.Trim().Split('\n'));
        Assert.Contains("no connection", said);
    }

    public void Dispose() => bench.Dispose();

    private string Verify(string file) => bench.Run("content", "verify", file, "--key", bench.Key()).Said;

    private (int Code, string Said) Build(string name) =>
        bench.Run("content", "build", "--content", Workbench.Content, "--out", bench.File(name), "--built-on", "2026-11-22");
}
