using System.Text;
using System.Text.Json;
using FieldKit.Desk.Log;
using FieldKit.Desk.Texts;
using FieldKit.Protocol;

namespace FieldKit.Desk.Tests.Log;

/// <summary>Lines of the audit log as a file, and in words.</summary>
public sealed class LogFileTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 20, 15, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("+31")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    public void What_a_spreadsheet_would_calculate_is_text_in_the_table(string name)
    {
        var table = Encoding.UTF8.GetString(LogFile.Write(AuditExportKinds.Table, [Line(name)]));

        Assert.Contains($"\"'{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_has_a_row_for_each_line_and_keeps_quotes_and_commas()
    {
        var table = LogFile.Write(AuditExportKinds.Table, [Line("Noor \"N\", beheer"), Line(null, Guid.Empty)]);

        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), table[..3]);
        var rows = Encoding.UTF8.GetString(table[3..]).TrimEnd().Split("\r\n");
        Assert.Equal(3, rows.Length);
        Assert.Equal("\"at\",\"actor\",\"name\",\"action\",\"subject\",\"hash\"", rows[0]);
        Assert.Contains("\"Noor \"\"N\"\", beheer\"", rows[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"\",\"\",\"signed-in\",\"\",\"0102\"", rows[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_a_line_for_each_and_the_hash_to_compare_later()
    {
        var lines = Encoding.UTF8.GetString(LogFile.Write(AuditExportKinds.JsonLines, [Line("Noor"), Line("Sam")])).TrimEnd().Split('\n');

        Assert.Equal(["Noor", "Sam"], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()));
        Assert.Equal("AQI=", JsonDocument.Parse(lines[0]).RootElement.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData(DeskTexts.Dutch)]
    [InlineData(DeskTexts.English)]
    public void Each_action_and_each_outcome_of_a_check_has_words_of_its_own(string language)
    {
        var texts = new DeskTexts();
        texts.Use(language);

        var words = AuditActions.All.Select(action => texts[$"log.action.{action}"]).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.DoesNotContain(words, word => word.Length == 0 || word.StartsWith("log.", StringComparison.Ordinal));
        Assert.All(AuditStates.All, state => Assert.NotEqual($"log.check.{state}.help", texts[$"log.check.{state}.help"]));
    }

    private static AuditLine Line(string? name, Guid? actor = null) => new(At, actor ?? Guid.Parse("0197a000-0000-7000-8000-00000000000a"), name, AuditActions.SignedIn, "", [1, 2]);
}
