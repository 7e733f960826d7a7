using System.Data.Common;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Storage;
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
            rows.TakeLast(3).Select(row => (row.Action, row.Actor)));
        Assert.All(rows.TakeLast(3), row => Assert.Equal("", row.Subject));
    }

    [Fact]
    public async Task Setting_up_is_in_the_log_once_and_the_instance_that_began()
    {
        point.Restart();

        Assert.Equal(
            [
                "instance-began " + (await KeysAsync()).Instance,
                "municipality-set-up utrecht", "epoch-added utrecht 1", "recovery-key-added utrecht", .. Setups.Utrecht.Staff.Select(staff => $"staff-added {staff.Id}"),
                "municipality-set-up arnhem", "epoch-added arnhem 1", "recovery-key-added arnhem", .. Setups.Arnhem.Staff.Select(staff => $"staff-added {staff.Id}"),
            ],
            (await RowsAsync()).Select(row => $"{row.Action} {row.Subject}"));
    }

    [Fact]
    public async Task Code_and_the_device_that_used_it_are_in_the_log_without_the_code()
    {
        var code = await point.IssueCodeAsync();
        var device = new FieldDevice(point);
        await device.EnrolAsync(code);
        await device.EnrolAsync(code);

        var rows = (await RowsAsync()).SkipWhile(row => row.Action != "code-issued").ToList();

        Assert.Equal(["code-issued", "device-enrolled"], rows.Select(row => row.Action));
        var name = rows[0].Subject.Split(' ')[1];
        Assert.Equal(($"utrecht {name}", $"{device.Id} {name}"), (rows[0].Subject, rows[1].Subject));
        Assert.Equal(12, name.Length);
        Assert.DoesNotContain(code.Secret, string.Join(' ', rows.Select(row => row.Subject)));
    }

    [Fact]
    public async Task Every_look_answer_and_move_is_in_the_log_with_who_it_was()
    {
        var worker = await point.EnrolledAsync();
        var envelope = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(envelope);
        using var screener = await StaffMember.ScreenerAsync(point);
        var id = envelope.Header.Id;
        var first = StaffMember.Write(await screener.OpenAsync(id), "eerste-blik", "Dank je.");
        (await screener.AnswerAsync(id, first)).EnsureSuccessStatusCode();
        (await screener.AnswerAsync(id, first)).EnsureSuccessStatusCode();
        (await screener.AnswerAsync(id, StaffMember.Write(await screener.OpenAsync(id), "eerste-blik", "Nog iets."))).EnsureSuccessStatusCode();

        var rows = (await RowsAsync()).SkipWhile(row => row.Action != "signal-opened").ToList();

        Assert.Equal(
            [$"signal-opened {id}", $"answer-sent {id}", $"stage-moved {id} eerste-blik", $"signal-opened {id}", $"answer-sent {id}"],
            rows.Select(row => $"{row.Action} {row.Subject}"));
        Assert.All(rows, row => Assert.Equal(Setups.Utrecht.Staff[0].Id, row.Actor));
        Assert.Null(AuditChain.FirstBreak(await RowsAsync()));
    }

    [Fact]
    public async Task Chain_holds_also_after_a_restart()
    {
        (await StaffMember.ScreenerAsync(point)).Dispose();
        point.Restart();
        (await StaffMember.EditorAsync(point)).Dispose();

        var rows = await RowsAsync();

        Assert.Equal(["signed-in", "signed-in"], rows.TakeLast(2).Select(row => row.Action));
        Assert.Equal(Enumerable.Range(1, rows.Count).Select(number => (long)number), rows.Select(row => row.Sequence));
        Assert.Null(AuditChain.FirstBreak(rows));
    }

    [Fact]
    public void Altered_left_out_or_inserted_entries_break_the_chain()
    {
        Assert.Null(AuditChain.FirstBreak(Chain()));
        var altered = Chain();
        altered[1] = altered[1] with { Subject = "sequence 9" };
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

        var failure = await Assert.ThrowsAnyAsync<DbException>(() => point.ExecuteAsync(sql));

        Assert.Contains("only added to", failure.Message);
        Assert.Null(AuditChain.FirstBreak(await RowsAsync()));
        Assert.Equal("signed-in", (await RowsAsync())[^1].Action);
    }

    public void Dispose() => point.Dispose();

    private static List<AuditEntry> Chain()
    {
        var rows = new List<AuditEntry>();
        for (var number = 1; number <= 3; number++)
        {
            rows.Add(AuditChain.Next(rows.LastOrDefault(), DateTimeOffset.UnixEpoch.AddDays(number), Guid.Empty, "content-published", $"sequence {number}"));
        }

        return rows;
    }

    private async Task<ReportingPointKeys> KeysAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/keys", ProtocolJson.Default.ReportingPointKeys))!;
    }

    private static Task<HttpResponseMessage> SignInAsync(StaffMember member, string name, string password) =>
        member.Client.PostAsJsonAsync("/api/v1/staff/session", new SignInRequest(name, password), ProtocolJson.Default.SignInRequest);

    private async Task<IReadOnlyList<AuditEntry>> RowsAsync()
    {
        using var scope = point.Services.CreateScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        return [.. rows.Select(row => row.ToEntry())];
    }
}
