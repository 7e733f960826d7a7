using System.Security.Cryptography;
using FieldKit.Device.Sync;
using FieldKit.Domain.Forms;
using FieldKit.Protocol;

namespace FieldKit.Benchmarks.Sync;

/// <summary>A device that queues signals and syncs them, and remembers the sealed bytes that it sent.</summary>
internal sealed class SyncingDevice : IDisposable
{
    /// <summary>Random letters: what is measured is carrying 2 KiB, not compressing them.</summary>
    private const int TextBytes = 1_700;

    private readonly string database;
    private readonly HttpClient http;
    private readonly RememberingWire wire;
    private readonly NativeDevice device;

    private SyncingDevice(string database, Uri address)
    {
        this.database = database;
        http = new() { BaseAddress = address };
        wire = new(new HttpReportingPoint(http));
        device = new(database, wire, TimeProvider.System);
    }

    /// <summary>How much of the last sync was waiting for the reporting point's answer.</summary>
    public TimeSpan LastWait => wire.LastWait;

    public IReadOnlyList<byte[]> LastSent => ExchangeFrame.ReadRequest(wire.LastFrame).Bodies;

    public static async Task<SyncingDevice> EnrolAsync(string database, string code, Uri address)
    {
        var made = new SyncingDevice(database, address);
        var result = await made.device.Enrolment.EnrolAsync(code, NativeDevice.Pin);
        if (!result.IsDone)
        {
            throw new InvalidOperationException($"Not enrolled: {result.Refusal}.");
        }

        // The content comes with the first exchange.
        await made.device.Sync.RunOnceAsync();
        return made;
    }

    /// <summary>The same device, reaching the reporting point by another address.</summary>
    public SyncingDevice Through(Uri address) => new(database, address);

    public async Task QueueAsync(int signals)
    {
        if (!device.Keys.IsOpen)
        {
            await device.Keys.UnlockAsync(NativeDevice.Pin);
            await device.Content.CurrentAsync();
        }

        await RemoveSentAsync();
        for (var number = 0; number < signals; number++)
        {
            await QueueAsync();
        }
    }

    /// <returns>From "sync now" to receipts verified, written down and told; and to the end of the clearing after it.</returns>
    public async Task<(TimeSpan Told, TimeSpan Over)> SyncAsync(int signals)
    {
        var start = TimeProvider.System.GetTimestamp();
        var told = TimeSpan.Zero;
        void Note() => told = device.Sync.Status.State == SyncState.Idle ? TimeProvider.System.GetElapsedTime(start) : told;
        device.Sync.Changed += Note;
        var outcome = await device.Sync.RunOnceAsync();
        device.Sync.Changed -= Note;
        var over = TimeProvider.System.GetElapsedTime(start);
        return outcome == new SyncOutcome(SyncResult.Done, Received: signals)
            ? (told, over)
            : throw new InvalidOperationException($"The sync ended otherwise: {outcome}.");
    }

    public void Dispose()
    {
        device.Dispose();
        http.Dispose();
    }

    /// <summary>As retention does after some days: a device never holds thousands.</summary>
    private async Task RemoveSentAsync()
    {
        foreach (var signal in await device.Signals.ListAsync())
        {
            await device.Removal.RemoveAsync(signal.Id);
        }
    }

    private async Task QueueAsync()
    {
        var form = (await device.Content.CurrentAsync())!.Forms.Single(known => known.Id == "signaal");
        var draft = await device.Drafts.NewAsync(form, "utrecht", "nl", []);
        draft.Answers["s2_wat"] = new FormAnswer([], Convert.ToBase64String(RandomNumberGenerator.GetBytes(TextBytes)));
        await device.Outbox.SealAsync(draft, form, SmallForm.Document(draft));
    }

    private sealed class RememberingWire(IReportingPoint point) : IReportingPoint
    {
        public byte[] LastFrame { get; private set; } = [];

        public TimeSpan LastWait { get; private set; }

        public ValueTask<EnrolmentResponse> EnrolAsync(EnrolmentRequest request, CancellationToken cancellation) => point.EnrolAsync(request, cancellation);

        public async ValueTask<byte[]> ExchangeAsync(Guid device, string token, byte[] frame, CancellationToken cancellation)
        {
            var start = TimeProvider.System.GetTimestamp();
            var answer = await point.ExchangeAsync(device, token, LastFrame = frame, cancellation);
            LastWait = TimeProvider.System.GetElapsedTime(start);
            return answer;
        }

        public ValueTask<ReportingPointKeys> KeysAsync(CancellationToken cancellation) => point.KeysAsync(cancellation);

        public ValueTask<ContentManifest> ContentManifestAsync(CancellationToken cancellation) => point.ContentManifestAsync(cancellation);

        public ValueTask<byte[]> ContentAsync(long sequence, CancellationToken cancellation) => point.ContentAsync(sequence, cancellation);

        public ValueTask<byte[]> ContentPartsAsync(IReadOnlyList<byte[]> digests, CancellationToken cancellation) => point.ContentPartsAsync(digests, cancellation);
    }
}
