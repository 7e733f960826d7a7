using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using FieldKit.Cli;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Intake;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FieldKit.ReportingPoint.Tests.Staff;

/// <summary>A municipality invites its workers: who may, within which bounds, and what a code is good for.</summary>
[Collection("credentials in the environment")]
public sealed class InvitationsTests : IDisposable
{
    private const string Codes = "/api/v1/staff/codes";
    private static readonly CodesRequest Two = new("Buurtteam Noord", "zorg", 2);

    private readonly RunningPoint point = new();

    [Theory]
    [InlineData("screener")]
    [InlineData("weigher")]
    [InlineData("case-table")]
    [InlineData("editor")]
    [InlineData("auditor")]
    [InlineData("screener weigher case-table editor auditor")]
    [InlineData("")]
    public async Task Who_is_no_administrator_is_refused_all_of_it(string roles)
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);
        using var member = await StaffMember.EditorAsync(point);
        await point.ExecuteAsync($"UPDATE staff SET roles = '{roles}' WHERE name = 'editor'");

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(member, Two));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(Codes));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));
        Assert.Equal(2, (await ListAsync(administrator)).Count);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_refused_all_of_it()
    {
        using var nobody = StaffMember.Nobody(point);
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await PostAsync(nobody, Two));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(Codes));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.DeleteAsync($"{Codes}/0123456789ab"));
    }

    [Fact]
    public async Task Another_sites_form_is_refused()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        administrator.Client.DefaultRequestHeaders.Remove("X-FieldKit");
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await PostAsync(administrator, Two));
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await administrator.Client.DeleteAsync($"{Codes}/0123456789ab"));
    }

    [Fact]
    public async Task Administrator_who_reads_no_signals_may()
    {
        using var member = await StaffMember.EditorAsync(point);
        await point.ExecuteAsync("UPDATE staff SET roles = 'administrator' WHERE name = 'editor'");

        Assert.Equal(2, (await IssueAsync(member, Two)).Codes.Count);
        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync("/api/v1/staff/inbox"));
    }

    [Fact]
    public async Task Code_enrols_one_device_with_what_it_was_issued_for()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two with { Organisation = "  Buurtteam Noord " });
        Assert.Equal(("Buurtteam Noord", "zorg", point.Clock.GetUtcNow() + TimeSpan.FromDays(7)), (issued.Organisation, issued.Role, issued.ExpiresAt));
        var code = EnrolmentCode.TryParse(issued.Codes[0].Code)!;

        var device = new FieldDevice(point);
        await device.EnrolAsync(code);

        Assert.Equal(("utrecht", "Buurtteam Noord", "zorg"), (device.Enrolled.Municipality, device.Enrolled.Organisation, device.Enrolled.Role));
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.EnrolmentCodeUsed, await new FieldDevice(point).TryEnrolAsync(code));
        Assert.Equal(issued.Codes[1].Name, Assert.Single(await ListAsync(administrator)).Name);
    }

    [Fact]
    public async Task Withdrawn_code_is_refused_and_no_longer_listed()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);

        await WithdrawAsync(administrator, issued.Codes[0].Name);

        await Expect.RefusalAsync(
            HttpStatusCode.Gone, Refusals.EnrolmentCodeWithdrawn, await new FieldDevice(point).TryEnrolAsync(EnrolmentCode.TryParse(issued.Codes[0].Code)!));
        Assert.Equal(issued.Codes[1].Name, Assert.Single(await ListAsync(administrator)).Name);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await administrator.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));
        await new FieldDevice(point).EnrolAsync(EnrolmentCode.TryParse(issued.Codes[1].Code)!);
    }

    [Fact]
    public async Task Used_code_is_not_withdrawn_and_its_device_gets_the_same_answer_again()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);
        var code = EnrolmentCode.TryParse(issued.Codes[0].Code)!;
        var device = new FieldDevice(point);
        await device.EnrolAsync(code);

        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await administrator.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));
        await device.EnrolAsync(code);
    }

    [Fact]
    public async Task Listed_is_what_is_outstanding_without_a_secret()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);
        var now = point.Clock.GetUtcNow();

        var listed = await ListAsync(administrator);

        Assert.Equal(issued.Codes.Select(code => code.Name).Order(), listed.Select(code => code.Name).Order());
        Assert.All(listed, code => Assert.Equal(
            ("Buurtteam Noord", "zorg", now, now + TimeSpan.FromDays(7)), (code.Organisation, code.Role, code.IssuedAt, code.ExpiresAt)));
        var body = await administrator.Client.GetStringAsync(Codes);
        Assert.All(issued.Codes, code => Assert.DoesNotContain(code.Code[..14], body, StringComparison.OrdinalIgnoreCase));
        point.Clock.Advance(TimeSpan.FromDays(7));
        using var later = await StaffMember.ScreenerAsync(point);
        Assert.Empty(await ListAsync(later));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await later.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));
    }

    [Fact]
    public async Task Codes_of_another_municipality_are_not_there()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);
        using var arnhem = await StaffMember.ArnhemScreenerAsync(point);

        Assert.Empty(await ListAsync(arnhem));
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await arnhem.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));
        Assert.Equal(2, (await ListAsync(administrator)).Count);
        Assert.Equal("arnhem", await MunicipalityOfAsync((await IssueAsync(arnhem, Two)).Codes[0]));
    }

    [Theory]
    [InlineData("B", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("   ", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("12 34", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("Buurt\nteam", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("Buurt\u202eteam", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("81", "zorg", 1, Refusals.OrganisationInvalid)]
    [InlineData("Buurtteam", "", 1, Refusals.RoleUnknown)]
    [InlineData("Buurtteam", "Zorg", 1, Refusals.RoleUnknown)]
    [InlineData("Buurtteam", "screener", 1, Refusals.RoleUnknown)]
    [InlineData("Buurtteam", "zorg", 0, Refusals.CountInvalid)]
    [InlineData("Buurtteam", "zorg", -1, Refusals.CountInvalid)]
    [InlineData("Buurtteam", "zorg", 51, Refusals.CountInvalid)]
    public async Task What_is_out_of_bounds_is_refused_and_issues_nothing(string organisation, string role, int count, string refusal)
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var name = organisation == "81" ? new string('a', 81) : organisation;
        await Expect.RefusalAsync(HttpStatusCode.UnprocessableEntity, refusal, await PostAsync(administrator, new(name, role, count)));
        Assert.Empty(await ListAsync(administrator));
    }

    [Fact]
    public async Task Bounds_themselves_are_within()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        Assert.Equal(50, (await IssueAsync(administrator, new(new string('ë', 80), "sociaal_makelaar", 50))).Codes.Select(code => code.Code).Distinct().Count());
        Assert.Single((await IssueAsync(administrator, new("'t", "anders", 1))).Codes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"organisation\":\"Buurtteam\",\"role\":\"zorg\",\"count\":\"veel\"}")]
    [InlineData("{\"organisation\":null,\"role\":\"zorg\",\"count\":1}")]
    public async Task Something_else_is_malformed(string body)
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        await Expect.RefusalAsync(HttpStatusCode.BadRequest, Refusals.Malformed, await administrator.Client.PostAsync(Codes, content));
    }

    [Fact]
    public async Task Large_body_is_refused_unread()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.RequestEntityTooLarge, Refusals.TooLarge, await PostAsync(administrator, Two with { Organisation = new string('a', 2000) }));
    }

    [Fact]
    public async Task No_more_than_five_hundred_are_outstanding_and_a_withdrawn_one_makes_room()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        IssuedCodes last = null!;
        for (var issued = 0; issued < Limits.OutstandingCodes; issued += Limits.CodesAtOnce)
        {
            last = await IssueAsync(administrator, Two with { Count = Limits.CodesAtOnce });
        }

        // Another minute: so many requests are slowed down first.
        using var arnhem = await StaffMember.ArnhemScreenerAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.TooManyRequests, Refusals.TooMany, await PostAsync(arnhem, Two));
        point.Restart();
        using var again = await StaffMember.ScreenerAsync(point);
        await Expect.RefusalAsync(HttpStatusCode.Conflict, Refusals.CodesOutstanding, await PostAsync(again, Two with { Count = 1 }));
        await WithdrawAsync(again, last.Codes[0].Name);
        await IssueAsync(again, Two with { Count = 1 });
        Assert.Equal(Limits.OutstandingCodes, (await ListAsync(again)).Count);
    }

    [Fact]
    public async Task Issuing_and_withdrawing_are_in_the_audit_log_with_who_did_it_and_no_secret()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var issued = await IssueAsync(administrator, Two);
        await WithdrawAsync(administrator, issued.Codes[0].Name);
        await Expect.RefusalAsync(HttpStatusCode.NotFound, Refusals.NotFound, await administrator.Client.DeleteAsync($"{Codes}/{issued.Codes[0].Name}"));

        Assert.Equal(
            [.. issued.Codes.Select(code => $"code-issued utrecht {code.Name}"), $"code-withdrawn utrecht {issued.Codes[0].Name}"],
            await point.ReadAsync("SELECT action || ' ' || subject FROM audit WHERE action LIKE 'code-%' ORDER BY sequence"));
        using var scope = point.Services.CreateScope();
        var actors = await scope.ServiceProvider.GetRequiredService<ReportingPointDb>().Audit.AsNoTracking()
            .Where(row => row.Action == "code-issued" || row.Action == "code-withdrawn").Select(row => row.Actor).ToListAsync();
        Assert.All(actors, actor => Assert.Equal(Setups.Utrecht.Staff[0].Id, actor));
    }

    [Fact]
    public async Task Secrets_are_nowhere_in_the_database_nor_in_the_log()
    {
        point.LogsAll = true;
        point.Restart();
        using var administrator = await StaffMember.ScreenerAsync(point);
        var code = EnrolmentCode.TryParse((await IssueAsync(administrator, Two)).Codes[0].Code)!;

        Assert.Equal(["2"], await point.ReadAsync("SELECT COUNT(*) FROM enrolment_codes WHERE length(secret_hash) = 32"));
        Assert.DoesNotContain(code.Secret, point.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(code.ToString(), point.Log.Text, StringComparison.Ordinal);
        Assert.NotEqual(code.Secret, Convert.ToHexString(EnrolmentCodes.HashOf(code.Whole)));
    }

    [Fact]
    public async Task Device_tells_since_when_it_is_enrolled_and_on_which_day_it_was_last_seen()
    {
        using var administrator = await StaffMember.ScreenerAsync(point);
        var device = new FieldDevice(point);
        await device.EnrolAsync(EnrolmentCode.TryParse((await IssueAsync(administrator, Two)).Codes[0].Code)!);
        var enrolled = point.Clock.GetUtcNow();
        Assert.Equal((enrolled, DayOf(enrolled)), await SeenAsync());

        point.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal((enrolled, DayOf(enrolled)), await SeenAsync());
        await device.ExchangeAsync();
        await device.ExchangeAsync();
        Assert.Equal((enrolled, DayOf(enrolled + TimeSpan.FromDays(3))), await SeenAsync());

        async Task<(DateTimeOffset?, DateOnly?)> SeenAsync()
        {
            using var member = await StaffMember.ScreenerAsync(point);
            var item = Assert.Single((await member.Client.GetFromJsonAsync("/api/v1/staff/devices", ProtocolJson.Default.IReadOnlyListDeviceItem))!);
            return (item.EnrolledAt, item.LastSeen);
        }
    }

    [Fact]
    public async Task Administrator_issues_lists_and_withdraws_from_the_command_line()
    {
        var issued = Run(Setups.UtrechtSecrets.Name, "codes", "issue", "--organisation", "Buurtteam Noord", "--role", "zorg", "--count", "2", "--url", Address);
        Assert.True(issued.Code == 0, issued.Said);
        Assert.Contains("2 codes voor / for Buurtteam Noord · zorg, geldig tot / valid until ", issued.Said);
        var lines = issued.Said.Split('\n').Take(2).Select(line => line.Split("  ")).ToList();
        Assert.All(lines, line => Assert.Equal($"{Address}koppelen#{line[1]}", line[2].TrimEnd()));
        await new FieldDevice(point).EnrolAsync(EnrolmentCode.TryParse(lines[0][1])!);

        var listed = Run(Setups.UtrechtSecrets.Name, "codes", "list", "--url", Address);
        Assert.Equal(0, listed.Code);
        Assert.StartsWith($"{lines[1][0]}  Buurtteam Noord · zorg  gemaakt / issued ", listed.Said);
        Assert.Contains("1 uitstaande codes / outstanding codes", listed.Said);
        Assert.DoesNotContain(lines[1][1], listed.Said);

        var withdrawn = Run(Setups.UtrechtSecrets.Name, "codes", "withdraw", lines[1][0], "--url", Address);
        Assert.Equal((0, $"Ingetrokken / withdrawn: {lines[1][0]}"), (withdrawn.Code, withdrawn.Said.Trim()));
        var again = Run(Setups.UtrechtSecrets.Name, "codes", "withdraw", lines[1][0], "--url", Address);
        Assert.Equal(1, again.Code);
        Assert.Contains("not-found (404)", again.Said);
        Assert.Contains("not withdrawn", again.Said);
    }

    [Fact]
    public void Command_line_says_why_not()
    {
        var editor = Run("editor", "codes", "issue", "--organisation", "Buurtteam", "--role", "zorg", "--url", Address);
        Assert.Equal(1, editor.Code);
        Assert.Contains("not-allowed (403)", editor.Said);
        var role = Run(Setups.UtrechtSecrets.Name, "codes", "issue", "--organisation", "Buurtteam", "--role", "tandarts", "--url", Address);
        Assert.Equal(1, role.Code);
        Assert.Contains("role-unknown (422)", role.Said);
        Assert.Contains("not-allowed (403)", Run("editor", "codes", "list", "--url", Address).Said);
    }

    public void Dispose() => point.Dispose();

    private string Address => point.Address.ToString();

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static Task<HttpResponseMessage> PostAsync(StaffMember member, CodesRequest asked) =>
        member.Client.PostAsJsonAsync(Codes, asked, ProtocolJson.Default.CodesRequest);

    private static async Task<IssuedCodes> IssueAsync(StaffMember member, CodesRequest asked)
    {
        using var answer = await PostAsync(member, asked);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        return (await answer.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedCodes))!;
    }

    private static async Task<IReadOnlyList<OutstandingCode>> ListAsync(StaffMember member) =>
        (await member.Client.GetFromJsonAsync(Codes, ProtocolJson.Default.IReadOnlyListOutstandingCode))!;

    private static async Task WithdrawAsync(StaffMember member, string name)
    {
        using var answer = await member.Client.DeleteAsync($"{Codes}/{name}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<string> MunicipalityOfAsync(IssuedCode code)
    {
        var device = new FieldDevice(point);
        await device.EnrolAsync(EnrolmentCode.TryParse(code.Code)!);
        return device.Enrolled.Municipality;
    }

    private (int Code, string Said) Run(string name, params string[] arguments)
    {
        Environment.SetEnvironmentVariable("FIELDKIT_NAME", name);
        Environment.SetEnvironmentVariable("FIELDKIT_PASSWORD", Setups.UtrechtSecrets.Password);
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
