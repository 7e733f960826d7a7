using System.CommandLine;

namespace FieldKit.Cli;

/// <summary>`--content FOLDER`, the same for every command that reads content.</summary>
internal static class ContentFolderOption
{
    public static Option<DirectoryInfo> Create() => new("--content")
    {
        Description = "Map met de inhoud / content folder",
        DefaultValueFactory = _ => new DirectoryInfo("content"),
    };
}
