using FieldKit.Device.Drafts;
using FieldKit.Device.Outbox;
using FieldKit.Presentation.Form;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Signals;

/// <param name="Mode">"advies", "signaal" or "zelf".</param>
public sealed record DraftLine(Guid Id, string Mode, DateTimeOffset ChangedAt);

/// <summary>Everything written on this device: drafts, and what became of what was sealed.</summary>
public sealed class SignalListModel(DraftBox drafts, DeviceSignals signals) : Observable
{
    /// <summary>Null until read.</summary>
    public IReadOnlyList<DraftLine>? Drafts { get; private set; }

    public IReadOnlyList<SentSignal> All { get; private set; } = [];

    public IEnumerable<SentSignal> Refused => All.Where(signal => signal.State == SignalState.Quarantined);

    public IEnumerable<SentSignal> Waiting => All.Where(signal => signal.State == SignalState.Sealed);

    public IEnumerable<SentSignal> Answered => All.Where(signal => signal is { State: SignalState.Received, Answers.Count: > 0 });

    public IEnumerable<SentSignal> Sent => All.Where(signal => signal is { State: SignalState.Received, Answers.Count: 0 });

    public bool IsEmpty => Drafts is { Count: 0 } && All.Count == 0;

    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task ReadAsync()
    {
        var lines = (await drafts.ListAsync()).Select(draft => new DraftLine(draft.Id, SignalMode.Of(draft.Answers), draft.ChangedAt));
        All = await signals.ListAsync();
        Drafts = [.. lines];
        Changed();
    }

    public async Task DeleteDraftAsync(Guid id)
    {
        await drafts.DeleteAsync(id);
        await ReadAsync();
    }
}
