using System.CommandLine;
using System.Globalization;
using FieldKit.Content;

namespace FieldKit.Cli;

/// <summary>`fieldkit content check --content FOLDER`: everything that is wrong, by file, line and rule.</summary>
internal static class ContentCheckCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var figures = new Option<bool>("--figures") { Description = "Toon hoe makkelijk elke tekst leest / show how easily each text reads" };
        var command = new Command("check", "Zoek fouten, zonder iets te veranderen / look for mistakes, change nothing") { folder, figures };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder).FullName, clock, parsed.GetValue(figures), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TimeProvider clock, bool figures, TextWriter output)
    {
        var result = ContentCompiler.Compile(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var figure in figures ? result.Figures : [])
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Ease,5:0.0} {figure.Language} {figure.File} ({figure.Words} woorden / words, {figure.WordsPerSentence:0.0} per zin / per sentence)"));
        }

        foreach (var notice in result.Notices)
        {
            output.WriteLine($"let op / notice: {notice}");
        }

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
            $"Goed / good: {bundle.Flowcharts.Count} flowcharts, {bundle.Guides.Count} guides, {bundle.Cases.Count} cases, "
            + $"{bundle.Contacts.Count} contacts, {bundle.Forms.Count} forms, {bundle.Municipalities.Count} municipalities, "
            + $"writing help in {bundle.WritingHelp.Count} languages");
        return 0;
    }
}
