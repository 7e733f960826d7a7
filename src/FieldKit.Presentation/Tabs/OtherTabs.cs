using FieldKit.Presentation.Home;
using FieldKit.Presentation.Settings;
using FieldKit.Presentation.Sync;
using FieldKit.Presentation.Unlock;
using DeviceEnrolment = FieldKit.Device.Enrolment.Enrolment;

namespace FieldKit.Presentation.Tabs;

/// <summary>
/// What is chosen, linked, locked or wiped in one tab holds in the others. Only a lock that somebody asked for: a tab that
/// shuts by itself says nothing about the one in which somebody writes.
/// </summary>
public sealed class OtherTabs(
    ITabs tabs, Texts texts, Appearance appearance, OwnPlace place, FirstRun first, AutoLock autoLock,
    UnlockModel vault, DeviceEnrolment enrolment, SyncModel sync) : Observable, IDisposable
{
    private bool started;

    public async Task StartAsync()
    {
        if (started)
        {
            return;
        }

        started = true;
        tabs.Heard += Follow;
        await tabs.WatchAsync();
    }

    /// <summary>Here and in every other tab.</summary>
    public async Task LockAsync()
    {
        await vault.LockAsync();
        await tabs.TellAsync(TabNews.Locked);
    }

    /// <summary>This tab linked the device.</summary>
    public Task TellLinkedAsync() => tabs.TellAsync(TabNews.Linked);

    public void Dispose() => tabs.Heard -= Follow;

    private void Follow(TabNews news)
    {
        switch (news)
        {
            case TabNews.Preferences:
                texts.ReadAgain();
                appearance.ReadAgain();
                place.ReadAgain();
                first.ReadAgain();
                autoLock.ReadAgain();
                break;
            case TabNews.Linked:
                enrolment.ReadAgain();
                _ = vault.OpenAsync();
                sync.SendNow();
                Changed();
                break;
            case TabNews.Locked:
                _ = vault.LockAsync();
                break;
            case TabNews.Wiped:
                _ = vault.LoseAsync();
                break;
            case TabNews.Revoked:
                enrolment.ReadAgain();
                _ = vault.LoseAsync();
                sync.LookAgain();
                Changed();
                break;
        }
    }
}
