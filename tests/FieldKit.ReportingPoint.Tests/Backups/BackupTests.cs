using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using FieldKit.Cli;
using FieldKit.Cli.Backups;
using FieldKit.Device.Sync;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Tests.Personas;
using FieldKit.ReportingPoint.Tests.Retention;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Backups;

/// <summary>`fieldkit backup` and `fieldkit restore` on the real program and its real database.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly RunningPoint point = new();
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task All_that_came_in_after_the_backup_is_offered_again_and_arrives_once_byte_for_byte()
    {
        using var http = point.Client();
        using var phone = new NativeDevice(folder.File("phone.db"), new HttpReportingPoint(http), point.Clock);
        Assert.True((await phone.Enrolment.EnrolAsync((await point.IssueCodeAsync()).ToString(), NativeDevice.Pin)).IsDone);
        var before = await phone.WriteAndSealAsync("Voor de backup.");
        await SyncAsync(phone);
        Done("backup", "--out", Backup);
        var after = await phone.WriteAndSealAsync("Na de backup.");
        await phone.FollowUpAsync(before, "En nog iets.");
        await SyncAsync(phone);
        var (instance, there) = (await InstanceAsync(), await DeskAsync(before, after));
        await AnswerAsync(before);
        await SyncAsync(phone);

        point.LoseAll(() => Done("restore", Backup));
        Assert.Equal(["1"], await point.ReadAsync("SELECT count(*) FROM envelopes"));
        var waiting = await phone.WriteAndSealAsync("Terwijl het stilstond.");
        await SyncAsync(phone);

        Assert.NotEqual(instance, await InstanceAsync());
        Assert.Equal(there, await DeskAsync(before, after));
        using var screener = await StaffMember.ScreenerAsync(point);
        Assert.Equal(new[] { before, after, waiting }.Order(), (await screener.InboxAsync()).Select(item => item.Id).Order());
        Assert.Equal(["1", "2", "3", "4"], (await point.ReadAsync("SELECT sequence FROM envelopes WHERE municipality = 'utrecht' ORDER BY sequence")));

        // The desk goes on as if nothing happened: the answer that was lost is written again and read.
        await AnswerAsync(before);
        Assert.Equal(1, (await phone.Sync.RunOnceAsync()).Messages);
    }

    [Fact]
    public async Task Device_that_was_enrolled_after_the_backup_delivers_all_that_it_sealed_too()
    {
        Done("backup", "--out", Backup);
        using var http = point.Client();
        using var phone = new NativeDevice(folder.File("phone.db"), new HttpReportingPoint(http), point.Clock);
        Assert.True((await phone.Enrolment.EnrolAsync((await point.IssueCodeAsync()).ToString(), NativeDevice.Pin)).IsDone);
        var delivered = await phone.WriteAndSealAsync("Na de backup.");
        await SyncAsync(phone);
        var there = await DeskAsync(delivered);

        point.LoseAll(() => Done("restore", Backup));
        var waiting = await phone.WriteAndSealAsync("Terwijl het stilstond.");
        await SyncAsync(phone);

        Assert.Equal(there, await DeskAsync(delivered));
        await AnswerAsync(waiting);
        Assert.Equal(1, (await phone.Sync.RunOnceAsync()).Messages);
    }

    [Fact]
    public async Task What_was_cleared_since_the_backup_comes_back_with_it_and_goes_again()
    {
        var worker = await point.EnrolledAsync();
        var signal = worker.Seal("Ik zag iets.");
        await worker.ExchangeAsync(signal);
        await point.CloseAsync(signal.Header.Id);
        Done("backup", "--out", Backup);
        await point.PassAsync(Terms.Days);
        Assert.False(await point.HasAsync(signal.Header.Id));

        point.LoseAll(() => Done("restore", Backup));
        Assert.True(await point.HasAsync(signal.Header.Id));
        await point.PassDayByDayAsync(Terms.Days);

        Assert.False(await point.HasAsync(signal.Header.Id));
        Assert.Single(await point.AuditedAsync(AuditActions.SignalCleared));
    }

    [Fact]
    public async Task Backups_that_are_made_while_devices_send_hold_one_moment_whole()
    {
        var devices = new[] { await point.EnrolledAsync(), await point.EnrolledAsync() };
        using var enough = new CancellationTokenSource();
        using var sent = new SemaphoreSlim(0);
        var sending = Task.WhenAll(devices.Select(device => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                await device.ExchangeAsync([.. Enumerable.Range(0, 5).Select(number => device.Seal($"signaal {number}"))]);
                sent.Release();
            }
        })));
        var counts = new List<long>();
        for (var number = 0; number < 4; number++)
        {
            await sent.WaitAsync();
            Done("backup", "--out", folder.File($"backup{number}"));
            counts.Add((await new BackupFolder(new(folder.File($"backup{number}"))).OpenAsync(CancellationToken.None)).Envelopes);
        }

        await enough.CancelAsync();
        await sending;

        Assert.Equal(counts.Order(), counts);
        Assert.True(counts[^1] > counts[0]);
        point.LoseAll(() => Done("restore", folder.File("backup3")));
        var count = counts[^1].ToString(CultureInfo.InvariantCulture);
        Assert.Equal([count], await point.ReadAsync("SELECT count(*) FROM envelopes"));
        Assert.Equal([count], await point.ReadAsync("SELECT max(sequence) FROM envelopes"));
        Assert.Equal([count], await point.ReadAsync("SELECT last_sequence FROM municipalities WHERE id = 'utrecht'"));
        Assert.Equal(0, counts[^1] % 5);
    }

    [Fact]
    public async Task Restored_reporting_point_keeps_keys_devices_staff_and_audit_log_but_no_session()
    {
        var worker = await point.EnrolledAsync();
        using var screener = await StaffMember.ScreenerAsync(point);
        Done("backup", "--out", Backup);
        var log = await point.ReadAsync("SELECT action FROM audit ORDER BY sequence");

        point.LoseAll(() => Done("restore", Backup));

        var envelope = worker.Seal("Ik zag iets.");
        Assert.True(worker.Verifies((await worker.ExchangeAsync(envelope)).Header, envelope));
        Assert.Equal([.. log, "instance-began"], await point.ReadAsync($"SELECT action FROM audit WHERE sequence <= {log.Count + 1} ORDER BY sequence"));
        await Expect.RefusalAsync(HttpStatusCode.Unauthorized, Refusals.NotAllowed, await screener.Client.GetAsync("/api/v1/staff/session"));
        (await StaffMember.ScreenerAsync(point)).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(point.DataFolder, "*.key").Concat(Directory.GetFiles(Backup)))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Theory]
    [InlineData("signing.key")]
    [InlineData("")]
    public void Damaged_backup_is_refused_and_leaves_nothing_behind(string name)
    {
        Done("backup", "--out", Backup);
        var path = Directory.GetFiles(Backup).Single(file => name == "" ? !file.EndsWith(".key", StringComparison.Ordinal) && !file.EndsWith(".json", StringComparison.Ordinal) : Path.GetFileName(file) == name);
        var bytes = File.ReadAllBytes(path);
        bytes[^20] ^= 1;
        File.WriteAllBytes(path, bytes);

        var refused = Run("restore", Backup, "--data", folder.File("elsewhere"));

        Assert.Equal(1, refused.Code);
        Assert.Contains($"{Path.GetFileName(path)} ontbreekt of is beschadigd", refused.Said);
        Assert.False(Directory.Exists(folder.File("elsewhere")));
    }

    [Fact]
    public void Unfinished_backup_is_refused()
    {
        Done("backup", "--out", Backup);
        File.Delete(Path.Combine(Backup, BackupManifest.FileName));

        var refused = Run("restore", Backup, "--data", folder.File("elsewhere"));

        Assert.Equal((1, true), (refused.Code, refused.Said.Contains("no backup, or an unfinished one", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Database_that_is_there_is_never_overwritten_nor_a_backup()
    {
        var worker = await point.EnrolledAsync();
        Done("backup", "--out", Backup);
        await worker.ExchangeAsync(worker.Seal("Na de backup."));

        Assert.Equal(1, Run("backup", "--data", point.DataFolder, "--out", Backup).Code);
        point.Halt();
        Assert.Equal(1, Run("restore", Backup, "--data", point.DataFolder).Code);
        point.Restart();

        Assert.Equal(["1"], await point.ReadAsync("SELECT count(*) FROM envelopes"));
    }

    [Fact]
    public void Reporting_point_cannot_start_on_a_folder_that_is_being_restored_nor_the_other_way_round()
    {
        using (DataFolderLock.Take(new(folder.File("data"))))
        {
            Assert.Throws<InvalidOperationException>(() => new DataFolder(folder.File("data")));
        }

        using (new DataFolder(folder.File("data")))
        {
            Assert.Throws<BackupException>(() => DataFolderLock.Take(new(folder.File("data"))));
        }
    }

    public void Dispose()
    {
        point.Dispose();
        folder.Dispose();
    }

    private string Backup => folder.File("backup");

    private void Done(params string[] arguments)
    {
        var (code, said) = Run([.. arguments, "--data", point.DataFolder]);
        Assert.True(code == 0, said);
    }

    private (int Code, string Said) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = CommandLine.Commands(point.Clock).Parse([.. arguments, .. point.TestDatabase.Arguments])
            .Invoke(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }

    private static async Task SyncAsync(NativeDevice phone) => Assert.Equal(SyncResult.Done, (await phone.Sync.RunOnceAsync()).Result);

    private async Task<Guid> InstanceAsync()
    {
        using var client = point.Client();
        return (await client.GetFromJsonAsync("/api/v1/keys", ProtocolJson.Default.ReportingPointKeys))!.Instance;
    }

    /// <summary>What the desk is handed of each signal and of what came in about it.</summary>
    private async Task<List<string>> DeskAsync(params Guid[] signals)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        var sealedBytes = new List<string>();
        foreach (var id in signals)
        {
            var signal = await screener.OpenAsync(id);
            sealedBytes.AddRange([Convert.ToHexString(signal.Sealed), .. signal.FollowUps.Select(row => Convert.ToHexString(row.Sealed))]);
        }

        return sealedBytes;
    }

    private async Task AnswerAsync(Guid signal)
    {
        using var screener = await StaffMember.ScreenerAsync(point);
        using var sent = await screener.AnswerAsync(signal, StaffMember.Write(await screener.OpenAsync(signal), "eerste-blik", "Dank je."));
        sent.EnsureSuccessStatusCode();
    }
}
