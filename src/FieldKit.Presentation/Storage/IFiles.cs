namespace FieldKit.Presentation.Storage;

/// <param name="Bytes">Null: larger than was asked for.</param>
public sealed record PickedFile(string Name, byte[]? Bytes);

/// <summary>Files that a person saves and picks, wherever they like.</summary>
public interface IFiles
{
    Task SaveAsync(string name, byte[] bytes);

    /// <returns>Null when the person picked none.</returns>
    Task<PickedFile?> PickAsync(int mostBytes);
}
