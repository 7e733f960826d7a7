using System.CommandLine;

namespace FieldKit.Cli;

internal static class CommandLine
{
    private static int Main(string[] arguments) => Commands(TimeProvider.System).Parse(arguments).Invoke();

    internal static RootCommand Commands(TimeProvider clock) => new("FieldKit: sleutels en inhoud van een meldpunt / keys and content of a reporting point")
    {
        new Command("setup", "Maak de sleutels van een meldpunt / make a reporting point's keys") { SetupDemoCommand.Create() },
        new Command("content", "Controleer, maak en publiceer de inhoud / check, build and publish the content")
        {
            ContentCheckCommand.Create(clock),
            ContentCoverageCommand.Create(clock),
            ContentSchemasCommand.Create(),
            ContentFuzzCommand.Create(clock),
            ContentBuildCommand.Create(clock),
            ContentSignCommand.Create(),
            ContentVerifyCommand.Create(clock),
            ContentPublishCommand.Create(),
            ContentPrintCommand.Create(clock),
        },
    };
}
