using System.CommandLine;
using FieldKit.Cli;
using FieldKit.ReportingPoint.Tests.Personas;

namespace FieldKit.ReportingPoint.Tests.Audit;

/// <summary>`fieldkit audit verify` on the database of a running reporting point.</summary>
public sealed class AuditVerifyCommandTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Log_that_holds_is_told_with_its_last_entry_and_still_holds_when_more_follows()
    {
        (await StaffMember.ScreenerAsync(point)).Dispose();
        var before = Verify();
        Assert.True(before.Code == 0, before.Said);
        var end = EndIn(before.Said);
        Assert.Equal(await point.ReadAsync("SELECT max(sequence) FROM audit"), [end.Split(':')[0]]);

        (await StaffMember.EditorAsync(point)).Dispose();

        var after = Verify("--known", end);
        Assert.True(after.Code == 0, after.Said);
        Assert.NotEqual(end, EndIn(after.Said));
    }

    [Fact]
    public async Task Entry_that_was_altered_is_pointed_at()
    {
        await point.ExecuteAsync(TestDatabase.FreeAudit);
        await point.ExecuteAsync("UPDATE audit SET subject = 'anders' WHERE sequence = 3");

        var (code, said) = Verify();

        Assert.Equal(1, code);
        Assert.Contains("does not hold at number 3", said);
    }

    [Fact]
    public async Task Log_whose_end_was_cut_off_holds_by_itself_but_not_against_what_was_written_down()
    {
        var end = EndIn(Verify().Said);
        await point.ExecuteAsync(TestDatabase.FreeAudit);
        await point.ExecuteAsync("DELETE FROM audit WHERE sequence = (SELECT max(sequence) FROM audit)");

        Assert.Equal(0, Verify().Code);
        var (code, said) = Verify("--known", end);

        Assert.Equal(1, code);
        Assert.Contains($"is another than the one that held {end}", said);
    }

    [Theory]
    [InlineData("12")]
    [InlineData("12:abc")]
    [InlineData("-1:0000000000000000000000000000000000000000000000000000000000000000")]
    public void What_cannot_have_been_printed_is_refused(string known) => Assert.Contains("--known", Verify("--known", known).Said);

    public void Dispose() => point.Dispose();

    private static string EndIn(string said) => said.TrimEnd().Split('\n')[^1];

    private (int Code, string Said) Verify(params string[] more)
    {
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse(["audit", "verify", "--data", point.DataFolder, .. point.TestDatabase.Arguments, .. more])
            .Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
