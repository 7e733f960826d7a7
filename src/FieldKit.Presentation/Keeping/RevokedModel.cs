using FieldKit.Device.Content;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Domain.Municipalities;
using FieldKit.Presentation.Tabs;
using FieldKit.Presentation.Unlock;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Keeping;

/// <summary>Whether the reporting point has shut this device out, what is safe then, and what is gone. Needs no PIN.</summary>
public sealed class RevokedModel(
    DeviceEnrolment enrolment, Revocation revocation, PolicyInForce policy, Outbox outbox, UnlockModel vault, ITabs tabs) : Observable, IDisposable
{
    private bool started;

    public bool IsRevoked { get; private set; }

    /// <summary>What is sealed and still to be delivered.</summary>
    public int Waiting { get; private set; }

    /// <summary>What the municipality wanted gone, in the order in which it is told.</summary>
    public IReadOnlyList<DeviceBelonging> Cleared { get; private set; } = [];

    public Task StartAsync()
    {
        if (!started)
        {
            started = true;
            revocation.Clearing += LetGo;
            revocation.Cleared += Tell;
            outbox.Changed += Read;
            tabs.Heard += Follow;
        }

        return ReadAsync();
    }

    public async Task ReadAsync()
    {
        IsRevoked = (await enrolment.CurrentAsync())?.RevokedAt is not null;
        if (IsRevoked)
        {
            Waiting = await outbox.WaitingCountAsync();
            Cleared = [.. (await policy.CurrentAsync()).RevokedClears.Distinct().Order()];
        }

        Changed();
    }

    public void Dispose()
    {
        revocation.Clearing -= LetGo;
        revocation.Cleared -= Tell;
        outbox.Changed -= Read;
        tabs.Heard -= Follow;
    }

    private void Follow(TabNews news)
    {
        if (news is TabNews.Revoked or TabNews.Linked)
        {
            enrolment.ReadAgain();
            Read();
        }
    }

    // Before anything is cleared: a screen that still held it would write it back.
    private void LetGo() => _ = vault.LoseAsync();

    private void Tell()
    {
        Read();
        _ = tabs.TellAsync(TabNews.Revoked);
    }

    private void Read() => _ = ReadAsync();
}
