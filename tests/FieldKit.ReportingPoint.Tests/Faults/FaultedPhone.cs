using System.Buffers.Binary;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Sync;
using FieldKit.Device.Vault;
using FieldKit.Domain.Forms;
using FieldKit.TestKit;

namespace FieldKit.ReportingPoint.Tests.Faults;

/// <summary>A real device in the hands of somebody who writes on, and who switches it on again each time that it dies.</summary>
internal sealed class FaultedPhone : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http;
    private NativeDevice device;

    public FaultedPhone(HostileWire wire)
    {
        http = new(wire) { BaseAddress = new("http://meldpunt.invalid/") };
        wire.DeviceDies = () => Dying?.Cancel();
        device = Open();
    }

    public ManualTimeProvider Time { get; init; } = new();

    public FaultyRecordStore Store { get; private set; } = null!;

    /// <summary>What was sealed: the very bytes.</summary>
    public Dictionary<Guid, byte[]> Sealed { get; } = [];

    private CancellationTokenSource? Dying { get; set; }

    public async Task EnrolAsync(string code)
    {
        Assert.True((await device.Enrolment.EnrolAsync(code, NativeDevice.Pin)).IsDone);
        await device.Sync.RunOnceAsync();
        Assert.NotNull(await device.Content.CurrentAsync());
    }

    /// <summary>Until it is sealed, however often the store fails.</summary>
    public async Task WriteAsync(string text)
    {
        var id = Guid.Empty;
        await TryAsync(async () =>
        {
            var form = (await device.Content.CurrentAsync())!.Forms.Single(known => known.Id == "signaal");
            var draft = await device.Drafts.NewAsync(form, "utrecht", "nl", []);
            id = draft.Id;
            draft.Answers["s2_wat"] = new FormAnswer([], text);
            await device.Drafts.SaveAsync(draft);
            await device.Outbox.SealAsync(draft, form, SmallForm.Document(draft));
        });
        if (await SealedBytesAsync(id) is { } bytes)
        {
            Sealed.Add(id, bytes);
        }
        else
        {
            // Not sealed, and its writer was not told that it was: it is written again.
            await WriteAsync(text);
        }
    }

    public async Task FollowUpAsync(Guid signal, string text)
    {
        await device.FollowUpAsync(signal, text);
        var sent = (await device.Signals.ReadAsync(signal))!.FollowUps[^1];
        Sealed.Add(sent.Id, (await SealedBytesAsync(sent.Id))!);
    }

    /// <returns>What the run said; null when the device died or its store failed.</returns>
    public async Task<SyncOutcome?> SyncAsync()
    {
        using var dying = Dying = new();
        SyncOutcome? outcome = null;
        await TryAsync(async () => outcome = await device.Sync.RunOnceAsync(dying.Token));
        Dying = null;
        return outcome;
    }

    public ValueTask<int> WaitingAsync() => device.Outbox.WaitingCountAsync();

    public ValueTask<IReadOnlyList<SentSignal>> SignalsAsync() => device.Signals.ListAsync();

    public void Dispose()
    {
        device.Dispose();
        http.Dispose();
        folder.Dispose();
    }

    private async Task<byte[]?> SealedBytesAsync(Guid id)
    {
        var record = await device.Store.ReadAsync(new(DeviceStores.Envelopes, id.ToString("D")), KeyTier.Device);
        return record?.Plaintext[(4 + BinaryPrimitives.ReadInt32LittleEndian(record.Plaintext))..];
    }

    /// <summary>A device that dies is switched on again: nothing in memory survives.</summary>
    private async Task TryAsync(Func<Task> doing)
    {
        try
        {
            await doing();
        }
        catch (StoreFullException)
        {
            // Nothing was written. The same app goes on.
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            device.Dispose();
            device = Open();
            Assert.True(await device.Keys.UnlockAsync(NativeDevice.Pin));
        }
    }

    private NativeDevice Open() => new(folder.File("device.db"), new HttpReportingPoint(http), Time, store => Store = new(store));
}
