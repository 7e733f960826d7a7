using FieldKit.Device.Sync;
using FieldKit.Protocol;

namespace FieldKit.Presentation.Sync;

/// <summary>What became of the last runs, in plain words, and as a text to give to who helps.</summary>
public sealed class SyncLogModel(SyncLog log, Texts texts, Moments moments)
{
    /// <summary>The newest first; null until read.</summary>
    public IReadOnlyList<SyncLogLine>? Lines { get; private set; }

    public async Task LoadAsync() => Lines = [.. (await log.ReadAsync()).Reverse().Select(Line)];

    /// <summary>All that leaves the device with it: a line for each run, nothing of a signal and nothing that names the device.</summary>
    public string AsText() => string.Join('\n', [texts["sync-log.heading"], .. (Lines ?? []).Select(line => $"{line.When}: {line.What}")]);

    private SyncLogLine Line(SyncLogEntry entry) => new(When(entry), What(entry));

    private string When(SyncLogEntry entry)
    {
        var (from, until) = (moments.DayAndClock(entry.From), moments.DayAndClock(entry.Until));
        return from == until ? from : texts["sync-log.between", from, until];
    }

    private string What(SyncLogEntry entry)
    {
        var parts = new List<string> { entry.Times == 1 ? Outcome(entry) : texts["sync-log.times", Outcome(entry), entry.Times] };
        Count("sync-log.received", entry.Received);
        Count("sync-log.answers", entry.Messages);
        Count("sync-log.aside", entry.Quarantined);
        return string.Join(' ', parts);

        void Count(string key, int number)
        {
            if (number > 0)
            {
                parts.Add(number == 1 ? texts[$"{key}.one"] : texts[$"{key}.many", number]);
            }
        }
    }

    private string Outcome(SyncLogEntry entry) => entry switch
    {
        { Result: SyncResult.Done } => texts["sync-log.done"],
        { AskedToWait: true } => texts["sync-log.busy"],
        { Result: SyncResult.Offline } => texts["sync-log.offline"],
        { Result: SyncResult.ReceiptInvalid } => texts["sync-log.receipt"],
        { Result: SyncResult.Refused, Refusal: Refusals.DeviceRevoked or Refusals.NotEnrolled } => texts["sync-log.unknown-device"],
        { Result: SyncResult.Refused, Refusal: Refusals.VersionUnsupported } => texts["sync-log.update-app"],
        { Result: SyncResult.Refused, Refusal: SyncRefusals.ReportingPointOlder } => texts["sync-log.point-older"],
        { Result: SyncResult.Refused } => texts["sync-log.refused", entry.Refusal!],
        _ => texts["sync-log.failed"],
    };
}

public sealed record SyncLogLine(string When, string What);
