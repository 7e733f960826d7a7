using System.Text.Json;
using FieldKit.Device.Contacts;

namespace FieldKit.SampleVaults;

/// <summary>A device on SQLite with something of everything in it, and the keys of the reporting point that it is linked with.</summary>
internal static class NativeSample
{
    public static async Task MakeAsync(string version)
    {
        using var folder = new TemporaryFolder();
        var time = new ManualTimeProvider();
        using var point = new ScriptedReportingPoint(time);
        using (var device = new NativeDevice(folder.File("device.db"), point, time))
        {
            await device.EnrolAsync(point);
            await new OwnContacts(device.Store, time).SaveAsync(new("T08", "Wijkcoach", SampleVault.Phone, "", ""));
            var delivered = await device.WriteAndSealAsync(SampleVault.Delivered);
            await device.Sync.RunOnceAsync();
            point.SendAnswer(delivered, "eerste-blik", SampleVault.Advice);
            await device.Sync.RunOnceAsync();
            // Opened once, and so kept readable; the second answer stays sealed as it came.
            await device.Signals.ReadAsync(delivered);
            point.SendAnswer(delivered, "eerste-blik", SampleVault.UnreadAdvice);
            await device.Sync.RunOnceAsync();
            await device.WriteAndSealAsync(SampleVault.Queued);
            await device.FollowUpAsync(delivered, SampleVault.FollowUp);
            var draft = await device.Drafts.NewAsync(SmallForm.Definition, "utrecht", "nl", []);
            draft.Answers["s2_wat"] = new([], SampleVault.Draft);
            await device.Drafts.SaveAsync(draft);
        }

        await File.WriteAllBytesAsync(folder.File("point.json"), JsonSerializer.SerializeToUtf8Bytes(point.Remember()));
        SampleVault.Pack(folder.FullName, version, SampleVault.Native);
    }
}
