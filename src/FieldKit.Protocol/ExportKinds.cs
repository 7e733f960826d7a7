namespace FieldKit.Protocol;

/// <summary>What a readable copy of a signal is.</summary>
public static class ExportKinds
{
    public const string Paper = "paper";

    /// <summary>JSON, as docs/export.md describes it.</summary>
    public const string File = "file";

    public static IReadOnlyList<string> All { get; } = [Paper, File];
}
