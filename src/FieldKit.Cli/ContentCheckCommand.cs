using System.CommandLine;
using FieldKit.Content;

namespace FieldKit.Cli;

/// <summary>`fieldkit content check --content FOLDER`: everything that is wrong, by file, line and rule.</summary>
internal static class ContentCheckCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var command = new Command("check", "Zoek fouten, zonder iets te veranderen / look for mistakes, change nothing") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, clock, parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TimeProvider clock, TextWriter output)
    {
        var result = ContentCompiler.Compile(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var error in result.Errors)
        {
            output.WriteLine(error);
        }

        if (result.Bundle is not { } bundle)
        {
            output.WriteLine($"{result.Errors.Count} fout(en) / error(s)");
            return 1;
        }

        output.WriteLine(
            $"Goed / good: {bundle.Flowcharts.Count} flowcharts, {bundle.Guides.Count} guides, {bundle.Contacts.Count} contacts, "
            + $"{bundle.Forms.Count} forms, {bundle.Municipalities.Count} municipalities");
        return 0;
    }
}
