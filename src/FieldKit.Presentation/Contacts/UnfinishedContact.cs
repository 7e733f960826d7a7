using FieldKit.Device.Contacts;
using FieldKit.Presentation.Form;
using FieldKit.Presentation.Unlock;

namespace FieldKit.Presentation.Contacts;

/// <summary>
/// What is being typed about one's own number and not saved yet. It is kept in the vault at every pause: the app can lock, or be
/// closed, in the middle of a word.
/// </summary>
public sealed class UnfinishedContact(OwnContacts own, TimeProvider time) : IOpenText
{
    private static readonly OwnContact Nothing = new("", "", "", "", "");

    private string? address;
    private OwnContact begin = Nothing;
    private Autosave? keeping;

    public OwnContact Written { get; private set; } = Nothing;

    /// <summary>It was typed at another time, and differs from what is saved.</summary>
    public bool IsLeftOver { get; private set; }

    private bool IsSafe => keeping is null or { HasUnkept: false } or { State: SaveState.Elsewhere };

    /// <param name="address">Of the page that it is typed on.</param>
    /// <param name="saved">What the page begins with when nothing was left over.</param>
    /// <exception cref="Device.Vault.VaultLockedException"></exception>
    public async Task OpenAsync(string address, OwnContact saved)
    {
        if (address == this.address && !IsSafe)
        {
            // It could not be kept when the vault was shut: it is only here.
            IsLeftOver = true;
            await KeepAsync();
            return;
        }

        var typed = await own.UnfinishedAsync(address);
        Forget();
        (this.address, begin) = (address, saved);
        Written = typed is null ? saved : typed with { Version = saved.Version };
        IsLeftOver = typed is not null && Written != saved with { Id = Written.Id };
        keeping = new(() => own.KeepUnfinishedAsync(address, Written == begin ? null : Written), time);
    }

    public void Write(OwnContact contact)
    {
        Written = contact;
        keeping?.Touch();
    }

    public Task KeepAsync() => keeping?.KeepAsync() ?? Task.CompletedTask;

    /// <summary>As it was saved last.</summary>
    public Task BeginAgainAsync()
    {
        IsLeftOver = false;
        Write(begin);
        return KeepAsync();
    }

    /// <summary>It was saved or removed: nothing is left over.</summary>
    public async Task FinishAsync()
    {
        var done = address!;
        await KeepAsync();
        Forget();
        await own.KeepUnfinishedAsync(done, null);
    }

    public async Task PutAwayAsync()
    {
        await KeepAsync();
        if (IsSafe)
        {
            Forget();
        }
    }

    public async Task<bool> SettleAsync()
    {
        await KeepAsync();
        return IsSafe;
    }

    public void Forget()
    {
        keeping?.Stop();
        (keeping, address, begin, Written, IsLeftOver) = (null, null, Nothing, Nothing, false);
    }
}
