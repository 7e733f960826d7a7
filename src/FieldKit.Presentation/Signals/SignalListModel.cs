using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Device.Vault;
using FieldKit.Presentation.Form;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Signals;

/// <param name="Mode">"advies", "signaal" or "zelf".</param>
public sealed record DraftLine(Guid Id, string Mode, DateTimeOffset ChangedAt);

/// <summary>Everything written on this device: drafts, and what became of what was sealed. Each stands in one group.</summary>
public sealed class SignalListModel(DraftBox drafts, DeviceSignals signals, SignalRemoval removal, Removals removals) : Observable
{
    /// <summary>Null until read.</summary>
    public IReadOnlyList<DraftLine>? Drafts { get; private set; }

    public IReadOnlyList<SentSignal> All { get; private set; } = [];

    /// <summary>How many drafts and signals are here that cannot be read.</summary>
    public int Broken { get; private set; }

    /// <summary>The device's own storage did not answer; what was read before is still shown.</summary>
    public bool HasFailed { get; private set; }

    public IEnumerable<SentSignal> Refused => All.Where(signal => signal.State == SignalState.Quarantined);

    public IEnumerable<SentSignal> Waiting => All.Where(signal => signal.State == SignalState.Sealed);

    /// <summary>Unread answers first.</summary>
    public IEnumerable<SentSignal> Answered => Standing.Where(signal => signal.Answers.Count > 0).OrderByDescending(signal => signal.HasUnread);

    public IEnumerable<SentSignal> Sent => Standing.Where(signal => signal.Answers.Count == 0);

    public IEnumerable<SentSignal> Withdrawn => All.Where(signal => signal is { State: SignalState.Received, Withdrawal: not null });

    public bool IsEmpty => Drafts is { Count: 0 } && All.Count == 0 && Broken == 0;

    private IEnumerable<SentSignal> Standing => All.Where(signal => signal is { State: SignalState.Received, Withdrawal: null });

    /// <exception cref="VaultLockedException"></exception>
    public async Task ReadAsync()
    {
        try
        {
            if (Drafts is null && removals.Last is null)
            {
                await removal.ClearOrphansAsync();
            }

            var written = await drafts.ListAsync();
            All = await signals.ListAsync();
            Broken = await drafts.BrokenCountAsync(written) + await signals.BrokenCountAsync(All);
            Drafts = [.. written.Select(draft => new DraftLine(draft.Id, SignalMode.Of(draft.Answers), draft.ChangedAt))];
            HasFailed = false;
        }
        catch (Exception failure) when (failure is not VaultLockedException)
        {
            HasFailed = true;
        }

        Changed();
    }

    public async Task RemoveDraftAsync(Guid id)
    {
        await removals.RemoveDraftAsync(id);
        await ReadAsync();
    }

    public async Task UndoAsync()
    {
        await removals.UndoAsync();
        await ReadAsync();
    }
}
