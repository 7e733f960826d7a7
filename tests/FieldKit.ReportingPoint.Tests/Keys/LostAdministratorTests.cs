using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>An administrator lost the password and nobody else can make a start code: whoever runs the server can, and gets no key by it.</summary>
public sealed class LostAdministratorTests : IDisposable
{
    private const string Setting = "begin-again";

    private readonly RunningPoint point = new();

    private string CodeFile => Path.Combine(point.DataFolder, "start-code.txt");

    [Fact]
    public async Task Administrator_begins_again_with_the_code_that_the_server_wrote_for_its_own_user()
    {
        using var before = await StaffMember.WithRoleAsync(point, StaffRoles.Administrator);
        RestartFor("ADMINISTRATOR ");

        var text = await File.ReadAllTextAsync(CodeFile);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CodeFile));
        }

        using var administrator = new Newcomer(point, StaffRoles.Administrator);
        await administrator.BeginAsync(text.Split('\n')[0].Trim());
        Assert.Equal(Setups.IdOf(StaffRoles.Administrator), administrator.Id);
        using var after = await administrator.SignedInAsync();
        Assert.Empty(await administrator.OpenKeyringAsync(after));
        Assert.Contains(Setups.IdOf(StaffRoles.Administrator).ToString("D"), Assert.Single(await point.AuditedAsync("start-issued")), StringComparison.Ordinal);
        Assert.DoesNotContain(text.Split('\n')[0].Trim(), point.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_start_makes_no_other_code_and_one_without_the_switch_takes_the_file_away()
    {
        RestartFor(StaffRoles.Administrator);
        var text = await File.ReadAllTextAsync(CodeFile);
        point.Restart();
        Assert.Equal(text, await File.ReadAllTextAsync(CodeFile));
        Assert.Single(await point.AuditedAsync("start-issued"));

        point.Settings.Remove(Setting);
        point.Restart();
        Assert.False(File.Exists(CodeFile));
    }

    [Fact]
    public async Task Code_that_expired_or_was_lost_is_made_anew()
    {
        RestartFor(StaffRoles.Administrator);
        var first = await File.ReadAllTextAsync(CodeFile);
        point.Clock.Advance(TimeSpan.FromDays(4));
        point.Restart();
        var second = await File.ReadAllTextAsync(CodeFile);
        File.Delete(CodeFile);
        point.Restart();

        Assert.Equal(3, new[] { first, second, await File.ReadAllTextAsync(CodeFile) }.Distinct().Count());
        Assert.Equal(3, (await point.AuditedAsync("start-issued")).Count);
        Assert.Equal(["1"], (await point.ReadAsync("SELECT count(*) FROM staff_starts")).Select(count => count?.ToString()));
    }

    [Theory]
    [InlineData(StaffRoles.Editor)]
    [InlineData("weger")]
    [InlineData("nobody of this name")]
    public async Task It_is_for_administrators_alone_and_the_server_starts_all_the_same(string name)
    {
        RestartFor(name);

        Assert.False(File.Exists(CodeFile));
        Assert.Empty(await point.AuditedAsync("start-issued"));
        Assert.Contains("no administrator of the name", point.Log.Text, StringComparison.Ordinal);
        using var screener = await StaffMember.ScreenerAsync(point);
    }

    [Fact]
    public async Task Nobody_begins_again_who_would_close_all_signals_for_good()
    {
        point.WriteSetup("utrecht.json", Setups.Utrecht with { Recovery = null });
        await point.ExecuteAsync("UPDATE municipalities SET recovery = NULL");
        await point.ExecuteAsync("DELETE FROM staff WHERE name <> 'screener' AND name <> 'screener-arnhem'");
        RestartFor("screener");

        Assert.False(File.Exists(CodeFile));
        Assert.Contains("would stay closed for good", point.Log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => point.Dispose();

    private void RestartFor(string name)
    {
        point.Settings[Setting] = name;
        point.Restart();
    }
}
