using Microsoft.AspNetCore.Components;

namespace FieldKit.App.Screens;

/// <summary>Asks for the PIN and comes back to the page that is shown now.</summary>
internal static class UnlockAddress
{
    public static string For(NavigationManager navigation)
    {
        var here = navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];
        return $"/ontgrendelen?naar={Uri.EscapeDataString(here)}";
    }
}
