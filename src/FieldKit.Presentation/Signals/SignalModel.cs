using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals.Reading;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Signals;

/// <summary>One sealed signal: what was sent, what became of it, what came back.</summary>
public sealed class SignalModel(DeviceSignals signals, TakeBack takeBack) : Observable
{
    private FormDefinition? form;

    public SentSignal? Signal { get; private set; }

    /// <summary>Looked up, whether it is there or not.</summary>
    public bool IsRead { get; private set; }

    /// <summary>It is on its way out of the queue, or was being read.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Text key of why it could not be taken back, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>Received, and not taken back: more can be said about it.</summary>
    public bool CanFollowUp => Signal is { State: SignalState.Received, Withdrawal: null };

    /// <summary>While it waits it comes back as a draft; afterwards the reporting point is told.</summary>
    public bool CanWithdraw => Signal is { State: SignalState.Sealed } || CanFollowUp;

    /// <summary>Its copy here may go. What waits is taken out of the queue instead.</summary>
    public bool CanRemove => Signal is { State: not SignalState.Sealed };

    public IReadOnlyList<TimelineStep> Steps => Signal is { } signal ? Timeline.Of(signal) : [];

    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task ReadAsync(Guid id)
    {
        Signal = await signals.ReadAsync(id);
        if (Signal is { } signal && (form?.Id, form?.Version) != (signal.Document.Form, signal.Document.FormVersion))
        {
            form = await signals.FormAsync(signal);
        }

        IsRead = true;
        Changed();
    }

    /// <summary>Somebody has this signal on the screen, with its answers.</summary>
    public async Task SeenAsync()
    {
        if (Signal is { HasUnread: true } signal)
        {
            await signals.MarkSeenAsync(signal);
        }
    }

    /// <returns>The draft that it became; null when it was received meanwhile, and then it can be withdrawn there.</returns>
    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task<Guid?> TakeBackAsync()
    {
        if (IsBusy || Signal is not { State: SignalState.Sealed } signal)
        {
            return null;
        }

        (IsBusy, Problem) = (true, null);
        Changed();
        try
        {
            return (await takeBack.RunAsync(signal))?.Id;
        }
        catch (DeviceRevokedException)
        {
            Problem = "review.revoked";
            return null;
        }
        finally
        {
            IsBusy = false;
            await ReadAsync(signal.Id);
        }
    }

    /// <summary>What was sent, as the desk reads it.</summary>
    public SignalLayout? LayOut(ReadingWords words) =>
        Signal is { IsFaded: false } signal ? new SignalReading(words).LayOut(signal.Document, form) : null;
}
