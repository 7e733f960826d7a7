using System.Globalization;
using FieldKit.Device.Outbox;
using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Home;

/// <summary>
/// Offers once to put the app on the home screen: to whom used it on two days, or sealed a signal, and never again to whom
/// declined. Remembers one word: the first day, that it is time, or that it is settled.
/// </summary>
public sealed class InstallOffer : Observable, IDisposable
{
    private const string Preference = "install-offer";
    private const string Due = "due";
    private const string Settled = "no";

    private readonly IPreferences preferences;
    private readonly InstallationModel installation;
    private readonly Outbox outbox;
    private readonly TimeProvider time;

    public InstallOffer(IPreferences preferences, InstallationModel installation, Outbox outbox, TimeProvider time)
    {
        (this.preferences, this.installation, this.outbox, this.time) = (preferences, installation, outbox, time);
        outbox.Changed += BecomeDue;
        installation.PropertyChanged += Follow;
    }

    public bool IsShown => State == Due && installation.Way is not (null or InstallWay.Installed or InstallWay.None);

    private string State
    {
        get => preferences.Read(Preference) ?? "";
        set => preferences.Write(Preference, value);
    }

    /// <summary>The app is in use today.</summary>
    public async Task OpenAsync()
    {
        var today = time.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (State.Length == 0)
        {
            State = today;
        }
        else if (State != today)
        {
            BecomeDue();
        }

        if (State == Due && installation.Way is null)
        {
            await installation.ReadAsync();
        }
    }

    public void Decline()
    {
        State = Settled;
        Changed();
    }

    public void Dispose()
    {
        outbox.Changed -= BecomeDue;
        installation.PropertyChanged -= Follow;
    }

    // Who has something in the outbox has sealed a signal.
    private void BecomeDue()
    {
        if (State is not (Due or Settled))
        {
            State = Due;
        }
    }

    private void Follow(object? sender, System.ComponentModel.PropertyChangedEventArgs change) => Changed();
}
