namespace FieldKit.Presentation.Tests;

/// <summary>Preferences in memory.</summary>
internal sealed class RememberedPreferences : IPreferences
{
    private readonly Dictionary<string, string> kept = [];

    public string? Read(string name) => kept.GetValueOrDefault(name);

    public void Write(string name, string value) => kept[name] = value;
}
