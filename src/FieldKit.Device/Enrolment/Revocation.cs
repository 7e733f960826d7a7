using FieldKit.Device.Content;
using FieldKit.Device.Vault;

namespace FieldKit.Device.Enrolment;

/// <summary>
/// What a device does once its reporting point has shut it out. The signed word of it is kept first, so that nothing more is
/// sealed; then goes what the municipality wants gone. The sealed outbox stays and is still delivered.
/// </summary>
public sealed class Revocation(Enrolment enrolment, PolicyInForce policy, Wipe wipe)
{
    /// <summary>What is readable is about to go: whoever holds any of it lets go now.</summary>
    public event Action? Clearing;

    /// <summary>It is gone.</summary>
    public event Action? Cleared;

    internal ValueTask NoteAsync(EnrolledDevice device, DateTimeOffset at) =>
        enrolment.UpdateAsync(device.Device, stored => stored.RevokedAt is null ? stored with { RevokedAt = at } : stored);

    /// <summary>Once for each revocation; when it is interrupted, again at the next occasion.</summary>
    internal async ValueTask CarryOutAsync()
    {
        if (await enrolment.CurrentAsync() is not { RevokedAt: not null, IsCleared: false } device)
        {
            return;
        }

        var belongings = (await policy.CurrentAsync()).RevokedClears;
        Clearing?.Invoke();
        await wipe.ClearAsync(belongings);
        await enrolment.UpdateAsync(device.Device, stored => stored with { IsCleared = true });
        Cleared?.Invoke();
    }
}
