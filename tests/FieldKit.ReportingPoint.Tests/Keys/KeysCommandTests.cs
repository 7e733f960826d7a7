using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FieldKit.Cli;
using FieldKit.Cli.Keys;
using FieldKit.Crypto;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Keys;

/// <summary>`fieldkit keys init`, `recover` and `drill`, on the real program and its real database.</summary>
[Collection("credentials in the environment")]
public sealed class KeysCommandTests : IDisposable
{
    private readonly RunningPoint point = new();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Ceremony_makes_keys_that_the_passphrase_and_the_sheet_open_and_nothing_else_has()
    {
        var (code, said) = Init();
        Assert.True(code == 0, said);

        var setup = JsonSerializer.Deserialize(File.ReadAllText(Setup), ProtocolJson.Default.ReportingPointSetup)!;
        using var recovery = RecoverySheet.Read(File.ReadAllText(Sheet));
        Assert.Equal(recovery.PublicKey, setup.Recovery!.PublicKey);
        using var byRecovery = KeyCeremony.Unwrap("utrecht", Assert.Single(setup.Recovery.Epochs), recovery);
        using var byPassphrase = Setups.OpenEpoch(setup, new("noor", "wachtwoord-van-noor", "wachtzin-van-noor"));
        Assert.Equal(setup.EpochPublicKey, byRecovery.PublicKey);
        Assert.Equal(setup.EpochPublicKey, byPassphrase.PublicKey);
        Assert.Equal(("noor", "screener weigher administrator"), (setup.Staff[0].Name, string.Join(' ', Assert.Single(setup.Staff).Roles)));

        // The sheet's rows are in the sheet alone.
        var rows = PaperKey.Write(recovery.ExportSecret());
        Assert.All(rows, row => Assert.Contains(row, File.ReadAllText(Sheet), StringComparison.Ordinal));
        Assert.All(rows, row => Assert.DoesNotContain(row, File.ReadAllText(Setup) + said, StringComparison.Ordinal));
        Assert.DoesNotContain(Convert.ToBase64String(recovery.ExportPkcs8())[..40], File.ReadAllText(Setup), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Sheet));
        }
    }

    [Fact]
    public void Ceremony_overwrites_nothing_and_takes_no_weak_secret()
    {
        Assert.Contains("at least 16", Init(passphrase: "kort").Said, StringComparison.Ordinal);
        Assert.Contains("the server sees", Init(passphrase: "wachtwoord-van-noor").Said, StringComparison.Ordinal);
        Assert.False(File.Exists(Setup) || File.Exists(Sheet));
        Assert.Equal(0, Init().Code);
        var before = File.ReadAllText(Sheet);

        Assert.Equal(1, Init().Code);
        File.Delete(Setup);
        Assert.Equal(1, Init().Code);

        Assert.Equal((before, false), (File.ReadAllText(Sheet), File.Exists(Setup)));
    }

    [Fact]
    public async Task Drill_opens_a_signal_from_a_backup_with_the_sheet()
    {
        var empty = Drill(point.DataFolder);
        Assert.True(empty.Code == 0, empty.Said);
        Assert.Contains("it has no signal yet", empty.Said, StringComparison.Ordinal);
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("Een zin die nergens staat."));

        Assert.Equal(0, Run(["backup", "--data", point.DataFolder, "--out", folder.File("copy"), .. Database]).Code);
        var drilled = Drill(folder.File("copy"));

        Assert.True(drilled.Code == 0, drilled.Said);
        Assert.Contains("opens a signal", drilled.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Een zin", drilled.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_opens_what_each_key_sealed()
    {
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("Met de eerste sleutel."));
        using var first = Setups.OpenEpoch(Setups.Utrecht, Setups.UtrechtSecrets);
        using var second = KeyPair.Generate();
        using var holder = await StaffMember.ScreenerAsync(point);
        (await holder.Client.PostAsJsonAsync("/api/v1/staff/epochs", NextKey.Asked(second, 2, first, Setups.Utrecht.Staff[0]), ProtocolJson.Default.SuccessionRequest)).EnsureSuccessStatusCode();
        var later = await point.EnrolledAsync();
        await later.ExchangeAsync(later.Seal("Met de tweede sleutel."));

        var drilled = Drill(point.DataFolder);

        Assert.True(drilled.Code == 0, drilled.Said);
        Assert.Equal(2, drilled.Said.Split("opens a signal").Length - 1);
    }

    [Fact]
    public void Drill_fails_for_another_sheet_and_says_which_row_is_wrong()
    {
        using (var other = new KeyCeremony("utrecht"))
        {
            File.WriteAllText(folder.File("other.txt"), RecoverySheet.Write("utrecht", other.Recovery, point.Clock.GetUtcNow()));
        }

        var sheet = Setups.RecoverySheetOfUtrecht;
        var third = sheet.Split('\n').Single(line => line.StartsWith("  3  ", StringComparison.Ordinal));
        File.WriteAllText(folder.File("slip.txt"), sheet.Replace(third, third[..^1] + (third[^1] == 'Z' ? 'Y' : 'Z'), StringComparison.Ordinal));

        Assert.Contains("not the recovery key", Drill(point.DataFolder, "other.txt").Said, StringComparison.Ordinal);
        Assert.Contains("row 3 is not right", Drill(point.DataFolder, "slip.txt").Said, StringComparison.Ordinal);
        Assert.Equal(1, Drill(point.DataFolder, "slip.txt").Code);
    }

    [Fact]
    public async Task Sheet_gives_access_when_nobody_knows_a_passphrase_any_more()
    {
        var worker = await point.EnrolledAsync();
        await worker.ExchangeAsync(worker.Seal("Ik zag iets."));
        using var administrator = await StaffMember.ScreenerAsync(point);
        using var again = await administrator.Client.PostAsJsonAsync(
            $"/api/v1/staff/members/{Setups.Utrecht.Staff[0].Id}/start", new(Setups.UtrechtSecrets.Password), ProtocolJson.Default.PasswordAgain);
        using var screener = new Newcomer(point, "screener");
        await screener.BeginAsync((await again.Content.ReadFromJsonAsync(ProtocolJson.Default.IssuedStart))!.Code);
        Environment.SetEnvironmentVariable("FIELDKIT_NAME", "screener");
        Environment.SetEnvironmentVariable("FIELDKIT_PASSWORD", Newcomer.Password);
        File.WriteAllText(folder.File("sheet.txt"), Setups.RecoverySheetOfUtrecht);

        var wrong = Recover("0000-0000-0000-0000");
        Assert.Equal(1, wrong.Code);
        Assert.Contains("Give no access", wrong.Said, StringComparison.Ordinal);
        var recovered = Recover(KeyFingerprint.Of(screener.PublicKey));

        Assert.True(recovered.Code == 0, recovered.Said);
        using var member = await screener.SignedInAsync();
        var epoch = (await screener.OpenKeyringAsync(member))[1];
        var signal = await member.OpenAsync((await member.InboxAsync())[0].Id);
        Hpke.Open(epoch, signal.DevicePublicKey, Hpke.SignalInfo, signal.Header.AssociatedData(signal.Device), signal.Sealed);
        Assert.Equal(["2"], await point.ReadAsync("SELECT count(*) FROM audit WHERE action = 'recovery-keyring-taken'"));
        Assert.Equal(1, Recover(KeyFingerprint.Of(screener.PublicKey)).Code);
    }

    public void Dispose()
    {
        point.Dispose();
        folder.Dispose();
    }

    private string Setup => folder.File("setup.json");

    private string Sheet => folder.File("recovery.txt");

    private IReadOnlyList<string> Database => point.TestDatabase.Arguments;

    private (int Code, string Said) Init(string passphrase = "wachtzin-van-noor")
    {
        Environment.SetEnvironmentVariable("FIELDKIT_PASSWORD", "wachtwoord-van-noor");
        Environment.SetEnvironmentVariable("FIELDKIT_PASSPHRASE", passphrase);
        return Run("keys", "init", "--municipality", "utrecht", "--name", "noor", "--out", Setup, "--recovery", Sheet);
    }

    private (int Code, string Said) Drill(string data, string? sheet = null)
    {
        if (sheet is null)
        {
            File.WriteAllText(folder.File("sheet.txt"), Setups.RecoverySheetOfUtrecht);
        }

        return Run(["keys", "drill", "--municipality", "utrecht", "--recovery", folder.File(sheet ?? "sheet.txt"), "--data", data, .. Database]);
    }

    private (int Code, string Said) Recover(string fingerprint) =>
        Run("keys", "recover", "--recovery", folder.File("sheet.txt"), "--member", "Screener", "--fingerprint", fingerprint, "--url", point.Address.ToString());

    private (int Code, string Said) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
