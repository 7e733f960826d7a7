using System.CommandLine;
using FieldKit.Content.Schemas;

namespace FieldKit.Cli;

/// <summary>`fieldkit content schemas --content FOLDER`: writes schemas/ anew, as the readers of today ask it.</summary>
internal static class ContentSchemasCommand
{
    public static Command Create()
    {
        var folder = ContentFolderOption.Create();
        var command = new Command("schemas", "Schrijf de JSON Schema's opnieuw / write the JSON Schemas anew") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TextWriter output)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "schemas")).FullName;
        foreach (var (schema, json) in ContentSchemas.All)
        {
            File.WriteAllText(Path.Combine(place, schema.FileName), json);
            output.WriteLine($"schemas/{schema.FileName}: {schema.Files}");
        }

        return 0;
    }
}
