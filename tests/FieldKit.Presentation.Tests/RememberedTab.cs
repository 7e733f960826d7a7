namespace FieldKit.Presentation.Tests;

/// <summary>A tab's memory: give it to a second model for a reload.</summary>
internal sealed class RememberedTab : ITabMemory
{
    private readonly Dictionary<string, string> kept = [];

    public bool IsEmpty => kept.Count == 0;

    public string? Read(string name) => kept.GetValueOrDefault(name);

    public void Write(string name, string? value)
    {
        if (value is null)
        {
            kept.Remove(name);
        }
        else
        {
            kept[name] = value;
        }
    }
}
