using FieldKit.Device.Vault;
using FieldKit.Presentation.Unlock;
using Microsoft.AspNetCore.Components;

namespace FieldKit.App.Screens;

/// <summary>A page about what a person wrote: asks for the PIN first, and comes back to where one was.</summary>
public abstract class VaultScreen : TextScreen
{
    [Inject] protected NavigationManager Navigation { get; set; } = default!;

    [Inject] private UnlockModel Vault { get; set; } = default!;

    protected bool IsOpen => Vault.IsOpen;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        // Shut by itself or in the settings: what was opened leaves the screen.
        Watch(Vault, () =>
        {
            if (!IsOpen)
            {
                AskForPin();
            }
        });
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!IsOpen)
        {
            AskForPin();
            return;
        }

        try
        {
            await OpenAsync();
        }
        catch (VaultLockedException)
        {
            AskForPin();
        }
    }

    /// <summary>Reads what the page shows. Called with the vault open, again when the address changes.</summary>
    protected abstract Task OpenAsync();

    protected void AskForPin()
    {
        var here = Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0];
        Navigation.NavigateTo($"ontgrendelen?naar={Uri.EscapeDataString(here)}", replace: true);
    }
}
