using FieldKit.Device.Outbox;
using FieldKit.Domain.Forms;
using DeviceSignals = FieldKit.Device.Outbox.Signals;

namespace FieldKit.Presentation.Signals;

/// <summary>One sealed signal: what was sent, what became of it, what came back.</summary>
public sealed class SignalModel(DeviceSignals signals) : Observable
{
    private FormDefinition? form;

    public SentSignal? Signal { get; private set; }

    /// <summary>Looked up, whether it is there or not.</summary>
    public bool IsRead { get; private set; }

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

    public Readable? Readable(string language) =>
        Signal is { } signal && form is not null ? ReadableLayout.Of(form, signal.Document.Answers, language) : null;
}
