namespace FieldKit.Presentation.WritingHelp;

/// <summary>Whether the writing help may ask anything on this device. On until somebody turns it off.</summary>
public sealed class WritingHelpSwitch(IPreferences preferences) : Observable
{
    private const string Preference = "writing-help";
    private const string Off = "off";

    public bool IsOn => preferences.Read(Preference) != Off;

    public void Turn(bool on)
    {
        preferences.Write(Preference, on ? "" : Off);
        Changed();
    }
}
