using System.Net;
using System.Net.Http.Json;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Staff.State;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;

namespace FieldKit.ReportingPoint.Tests.Staff.State;

/// <summary>How the reporting point is, for who keeps it.</summary>
public sealed class SystemTests : IDisposable
{
    private const string System = "/api/v1/staff/system";

    private readonly RunningPoint point = new();

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData(StaffRoles.Auditor)]
    [InlineData(StaffRoles.CaseTable)]
    [InlineData(Setups.ScreenerAlone)]
    public async Task Only_administrators_see_it(string role)
    {
        using var member = await StaffMember.WithRoleAsync(point, role);
        using var nobody = StaffMember.Nobody(point);

        await Expect.RefusalAsync(HttpStatusCode.Forbidden, Refusals.NotAllowed, await member.Client.GetAsync(System));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await nobody.Client.GetAsync(System));
    }

    [Fact]
    public async Task It_says_which_program_since_when_and_by_which_clock()
    {
        var began = point.Clock.GetUtcNow();
        point.Clock.Advance(TimeSpan.FromHours(2));

        var state = await LookAsync();

        Assert.NotEmpty(state.Version);
        Assert.Equal(point.Database.HoldingTheRow.Length == 0 ? SystemDatabases.Sqlite : SystemDatabases.Postgres, state.Database);
        Assert.Equal(Frame.Versions, state.Frames);
        Assert.Equal((began, began.AddHours(2)), (state.StartedAt, state.Now));
    }

    [Fact]
    public async Task It_says_when_terms_were_counted_and_when_somebody_here_had_the_log_checked()
    {
        using (var theirs = await StaffMember.ArnhemScreenerAsync(point))
        {
            (await theirs.Client.PostAsync("/api/v1/staff/audit/checks", null)).EnsureSuccessStatusCode();
        }

        var before = await LookAsync();
        Assert.Equal((null, null), (before.ClearedTo, before.LogCheckedAt));

        await point.RunAsync();
        using var member = await StaffMember.WithRoleAsync(point, StaffRoles.Administrator);
        (await member.Client.PostAsync("/api/v1/staff/audit/checks", null)).EnsureSuccessStatusCode();

        var after = await LookAsync();
        Assert.Equal((point.Clock.GetUtcNow(), point.Clock.GetUtcNow()), (after.ClearedTo, after.LogCheckedAt));
    }

    [Theory]
    [InlineData(99, 1_000, true)]
    [InlineData(100, 1_000, false)]
    [InlineData(0, 1_000, true)]
    public void Less_than_a_tenth_of_the_disk_is_little(long free, long total, bool isLittle) => Assert.Equal(isLittle, FreeStorage.IsLittle(free, total));

    public void Dispose() => point.Dispose();

    private async Task<SystemState> LookAsync()
    {
        using var member = await StaffMember.WithRoleAsync(point, StaffRoles.Administrator);
        return (await member.Client.GetFromJsonAsync(System, ProtocolJson.Default.SystemState))!;
    }
}
