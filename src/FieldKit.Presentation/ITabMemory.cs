namespace FieldKit.Presentation;

/// <summary>
/// What one tab remembers across a reload and forgets when it is closed. Nothing that a person wrote: only which answers of
/// a public flowchart were tapped, which the tab's own history holds too.
/// </summary>
public interface ITabMemory
{
    string? Read(string name);

    /// <param name="value">Null forgets.</param>
    void Write(string name, string? value);
}
