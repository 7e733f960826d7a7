using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private readonly RunningPoint point = new();

    [Fact]
    public async Task Signing_in_and_wrong_passwords_are_in_the_log_without_what_was_typed()
    {
        (await StaffMember.ScreenerAsync(point)).Dispose();
        using var guesser = StaffMember.Nobody(point);
        (await SignInAsync(guesser, Setups.UtrechtSecrets.Name, "verkeerd-woord")).Dispose();
        (await SignInAsync(guesser, "onbekende-naam", "verkeerd-woord")).Dispose();

        var rows = await RowsAsync();

        Assert.Equal(
            [("signed-in", Setups.Utrecht.Staff[0].Id), ("sign-in-refused", Setups.Utrecht.Staff[0].Id), ("sign-in-refused", Guid.Empty)],
            rows.Select(row => (row.Action, row.Actor)));
        Assert.All(rows, row => Assert.Equal("", row.Subject));
    }

    [Fact]
    public async Task Chain_holds_also_after_a_restart()
    {
        (await StaffMember.ScreenerAsync(point)).Dispose();
        point.Restart();
        (await StaffMember.EditorAsync(point)).Dispose();

        var rows = await RowsAsync();

        Assert.Equal([1, 2], rows.Select(row => row.Sequence));
        Assert.Null(AuditChain.FirstBreak(rows));
    }

    [Fact]
    public void Altered_left_out_or_inserted_entries_break_the_chain()
    {
        Assert.Null(AuditChain.FirstBreak(Chain()));
        var altered = Chain();
        altered[1].Subject = "sequence 9";
        Assert.Equal(2, AuditChain.FirstBreak(altered));
        Assert.Equal(2, AuditChain.FirstBreak([Chain()[0], Chain()[2]]));
        Assert.Equal(1, AuditChain.FirstBreak(Chain()[1..]));
        Assert.Equal(3, AuditChain.FirstBreak([Chain()[0], Chain()[1], Chain()[1]]));
        var rehashed = Chain();
        rehashed[0] = AuditChain.Next(null, rehashed[0].At, rehashed[0].Actor, rehashed[0].Action, "sequence 9");
        Assert.Equal(2, AuditChain.FirstBreak(rehashed));
    }

    [Theory]
    [InlineData("UPDATE Audit SET Subject = 'anders'")]
    [InlineData("DELETE FROM Audit")]
    public async Task Database_refuses_to_change_or_delete_an_entry(string sql)
    {
        (await StaffMember.ScreenerAsync(point)).Dispose();
        using var connection = point.Services.GetRequiredService<SqliteFile>().OpenToWrite();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Assert.ThrowsAny<Exception>(() => command.ExecuteNonQuery());
        Assert.Single(await RowsAsync());
    }

    public void Dispose() => point.Dispose();

    private static List<AuditRow> Chain()
    {
        var rows = new List<AuditRow>();
        for (var number = 1; number <= 3; number++)
        {
            rows.Add(AuditChain.Next(rows.LastOrDefault(), DateTimeOffset.UnixEpoch.AddDays(number), Guid.Empty, "content-published", $"sequence {number}"));
        }

        return rows;
    }

    private static Task<HttpResponseMessage> SignInAsync(StaffMember member, string name, string password) =>
        member.Client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);

    private async Task<IReadOnlyList<AuditRow>> RowsAsync()
    {
        using var scope = point.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
    }
}
