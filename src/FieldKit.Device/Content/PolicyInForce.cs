using FieldKit.Domain.Municipalities;

namespace FieldKit.Device.Content;

/// <summary>
/// What this device's municipality asks of it, from the signed content that is in use: known without a PIN and without a
/// connection. Before enrolment and without content the defaults hold.
/// </summary>
public sealed class PolicyInForce(ContentLibrary content, Enrolment.Enrolment enrolment)
{
    public async ValueTask<DevicePolicy> CurrentAsync() =>
        DevicePolicy.Of(await content.CurrentAsync(), (await enrolment.CurrentAsync())?.Municipality);
}
