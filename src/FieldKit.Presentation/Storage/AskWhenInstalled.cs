using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Storage;

/// <summary>
/// Asks the browser once more to keep what is stored, as soon as the app is on the home screen: most browsers then agree without a
/// question. The first time is when the vault is made.
/// </summary>
public sealed class AskWhenInstalled(IInstallation installation, IPreferences preferences)
{
    private const string Preference = "keep-asked";

    public async Task StartAsync()
    {
        if (preferences.Read(Preference) is null && await installation.WayAsync() == InstallWay.Installed)
        {
            preferences.Write(Preference, "1");
            if (await installation.PromiseAsync() == StoragePromise.Loose)
            {
                await installation.AskAsync();
            }
        }
    }
}
