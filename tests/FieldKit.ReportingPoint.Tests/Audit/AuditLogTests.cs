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
        Assert.Equal(2, AuditChain.FirstBreak([Chain()[0], Chain()[1] with { Municipality = "arnhem" }, Chain()[2]]));
        Assert.Equal(2, AuditChain.FirstBreak([Chain()[0], Chain()[1] with { Municipality = null }, Chain()[2]]));
        Assert.Equal(2, AuditChain.FirstBreak([Chain()[0], Chain()[2]]));
        Assert.Equal(1, AuditChain.FirstBreak(Chain()[1..]));
        Assert.Equal(3, AuditChain.FirstBreak([Chain()[0], Chain()[1], Chain()[1]]));
        var rehashed = Chain();
        rehashed[0] = AuditChain.Next(null, rehashed[0].At, "", rehashed[0].Actor, rehashed[0].Action, "sequence 9");
        Assert.Equal(2, AuditChain.FirstBreak(rehashed));
    }

    /// <summary>Frozen: what was written before the municipality was kept, and the first entry that follows with it.</summary>
    [Fact]
    public void Entries_from_before_hold_with_the_hash_that_they_had()
    {
        var actor = new Guid("0a1b2c3d-4e5f-4607-8899-aabbccddeeff");
        AuditEntry[] chain =
        [
            Old(1, Guid.Empty, "instance-began", "7d444840-9dc0-11d1-b245-5ffdce74fad2", new string('0', 64), "9346440c382b243796b21551af649d68fbbc05fc4eda17456358fe1e81326548"),
            Old(2, actor, "signed-in", "", "9346440c382b243796b21551af649d68fbbc05fc4eda17456358fe1e81326548", "15d8d72dc81e1babb67f51d33be55c48ac38bd3bd1bd3b439ee7062695aca5c2"),
            New(3, "utrecht", actor, "signal-opened", "01890a5d-ac96-774b-bcce-b302099a8057", "15d8d72dc81e1babb67f51d33be55c48ac38bd3bd1bd3b439ee7062695aca5c2", "26da44747e35febf4a3d48d92d7f15ff60e425b026ee89465be7ba9040b937ba"),
            New(4, "", Guid.Empty, "sign-in-refused", "", "26da44747e35febf4a3d48d92d7f15ff60e425b026ee89465be7ba9040b937ba", "831ae0f2e7d885a46627b61a24d901a0494204215cb59b7212c7d42de50be8f2"),
        ];

        Assert.Null(AuditChain.FirstBreak(chain));
        Assert.Equal(2, AuditChain.FirstBreak([chain[0], chain[1] with { Municipality = "utrecht" }, .. chain[2..]]));

        static AuditEntry Old(long sequence, Guid actor, string action, string subject, string previous, string hash) =>
            new(sequence, Time(sequence), actor, action, subject, null, Convert.FromHexString(previous), Convert.FromHexString(hash));

        static AuditEntry New(long sequence, string municipality, Guid actor, string action, string subject, string previous, string hash) =>
            new(sequence, Time(sequence), actor, action, subject, municipality, Convert.FromHexString(previous), Convert.FromHexString(hash));

        static DateTimeOffset Time(long sequence) => DateTimeOffset.FromUnixTimeMilliseconds(1_760_000_000_000 + sequence);
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
            rows.Add(AuditChain.Next(rows.LastOrDefault(), DateTimeOffset.UnixEpoch.AddDays(number), number == 2 ? "utrecht" : "", Guid.Empty, "content-published", $"sequence {number}"));
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
