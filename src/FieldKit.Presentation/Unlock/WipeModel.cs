using FieldKit.Device.Outbox;
using FieldKit.Device.Vault;

namespace FieldKit.Presentation.Unlock;

public enum WipeState
{
    Idle,

    /// <summary>Says what goes and what stays, and waits for the second tap.</summary>
    Asking,
    Wiping,
    Done,

    /// <summary>The keys may be gone already, but something that they no longer open is left.</summary>
    Failed,
}

/// <summary>"Wissen", with one tap and one confirmation. Needs no PIN.</summary>
public sealed class WipeModel(Wipe wipe, Outbox outbox, UnlockModel vault, IEnumerable<IOpenText> texts) : Observable
{
    public WipeState State { get; private set; }

    /// <summary>What is sealed and still to be delivered; it stays.</summary>
    public int Waiting { get; private set; }

    public async Task AskAsync()
    {
        Waiting = await outbox.WaitingCountAsync();
        Show(WipeState.Asking);
    }

    public void Leave() => Show(WipeState.Idle);

    public async Task RunAsync()
    {
        if (State is not (WipeState.Asking or WipeState.Failed))
        {
            return;
        }

        Show(WipeState.Wiping);
        foreach (var text in texts)
        {
            text.Forget();
        }

        try
        {
            await wipe.RunAsync();
            await vault.OpenAsync();
            Waiting = await outbox.WaitingCountAsync();
            Show(WipeState.Done);
        }
        catch (Exception)
        {
            Show(WipeState.Failed);
        }
    }

    private void Show(WipeState state)
    {
        State = state;
        Changed();
    }
}
