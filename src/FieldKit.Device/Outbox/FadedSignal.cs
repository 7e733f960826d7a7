using FieldKit.Device.Store;
using FieldKit.Domain.Forms;
using FieldKit.Domain.Signals;

namespace FieldKit.Device.Outbox;

/// <summary>
/// What is left of a delivered signal when its text went from this device: enough to read the answers that still come, and to
/// say more about it. It holds nothing that anybody wrote, and no more than the sealed envelope shows on its outside.
/// </summary>
internal sealed record FadedSignal(Guid Id, string Form, int FormVersion, string Municipality, string Language, DateTimeOffset WrittenAt)
{
    public static FadedSignal Of(SignalDocument document) =>
        new(document.Id, document.Form, document.FormVersion, document.Municipality, document.Language, document.WrittenAt);

    public static RecordKey Key(Guid signal) => new(DeviceStores.Faded, signal.ToString("D"));

    public SignalDocument ToDocument() =>
        new(Id, Form, FormVersion, "", Municipality, Language, WrittenAt, new Dictionary<string, FormAnswer>(), []);
}
