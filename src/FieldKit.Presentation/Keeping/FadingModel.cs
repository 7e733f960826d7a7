using FieldKit.Device.Retention;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Keeping;

/// <summary>Has the device clear what has stood its days, and knows which drafts will go soon. Needs no PIN.</summary>
public sealed class FadingModel(FadingDrafts fading, Sweep sweep, IConnection connection, UnlockModel vault) : Observable, IDisposable
{
    private bool started;

    /// <summary>What will go, soonest first.</summary>
    public IReadOnlyList<FadingDraft> Drafts { get; private set; } = [];

    /// <summary>Looks now, whenever the app comes back into view, and whenever the vault is opened or shut. Syncing has it look as well.</summary>
    public async Task StartAsync()
    {
        if (started)
        {
            return;
        }

        started = true;
        sweep.Swept += Read;
        connection.Resumed += Look;
        vault.PropertyChanged += VaultChanged;
        await LookAsync();
    }

    public FadingDraft? Of(Guid draft) => Drafts.FirstOrDefault(one => one.Draft == draft && !one.IsAboutSignal);

    public async Task ReadAsync()
    {
        var drafts = (await fading.ListAsync()).OrderBy(draft => draft.Goes).ToList();
        if (!drafts.SequenceEqual(Drafts))
        {
            Drafts = drafts;
            Changed();
        }
    }

    /// <summary>They are on the screen, with the day on which they go: only now do those days count.</summary>
    public ValueTask ShownAsync() => fading.ShownAsync(Drafts);

    public async Task KeepAsync(FadingDraft draft)
    {
        await fading.KeepAsync(draft);
        await ReadAsync();
    }

    public void Dispose()
    {
        sweep.Swept -= Read;
        connection.Resumed -= Look;
        vault.PropertyChanged -= VaultChanged;
    }

    private void VaultChanged(object? sender, System.ComponentModel.PropertyChangedEventArgs change) => Look();

    private void Look() => _ = LookAsync();

    private void Read() => _ = ReadAsync();

    private async Task LookAsync()
    {
        await sweep.RunAsync();
        await ReadAsync();
    }
}
