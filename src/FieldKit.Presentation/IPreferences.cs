namespace FieldKit.Presentation;

/// <summary>Small choices that say nothing about a person (language, last guide); kept in the clear, read at once.</summary>
public interface IPreferences
{
    string? Read(string name);

    void Write(string name, string value);
}
