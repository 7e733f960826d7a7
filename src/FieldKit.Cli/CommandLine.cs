using System.CommandLine;
using FieldKit.Cli.Audit;
using FieldKit.Cli.Backups;
using FieldKit.Cli.Codes;
using FieldKit.Cli.Keys;

namespace FieldKit.Cli;

internal static class CommandLine
{
    private static int Main(string[] arguments) => Commands(TimeProvider.System).Parse(arguments).Invoke();

    internal static RootCommand Commands(TimeProvider clock) => new("FieldKit: sleutels en inhoud van een meldpunt / keys and content of a reporting point")
    {
        new Command("setup", "Maak de sleutels van een meldpunt / make a reporting point's keys") { SetupDemoCommand.Create(clock) },
        new Command("keys", "De sleutels van een gemeente, en hun herstel / a municipality's keys, and their recovery")
        {
            KeysInitCommand.Create(clock),
            KeysRecoverCommand.Create(),
            KeysDrillCommand.Create(),
        },
        BackupCommand.Create(clock),
        RestoreCommand.Create(),
        new Command("audit", "Het logboek van een meldpunt / a reporting point's audit log") { AuditVerifyCommand.Create() },
        new Command("devices", "Toestellen van een meldpunt, met naam en wachtwoord zoals bij content publish / a reporting point's devices; name and password as for content publish")
        {
            DevicesListCommand.Create(),
            DevicesRevokeCommand.Create(),
        },
        new Command("codes", "Eenmalige codes om toestellen te koppelen; naam en wachtwoord van een beheerder / one-time codes to enrol devices; an administrator's name and password")
        {
            CodesIssueCommand.Create(),
            CodesListCommand.Create(),
            CodesWithdrawCommand.Create(),
        },
        new Command("content", "Controleer, maak en publiceer de inhoud / check, build and publish the content")
        {
            ContentCheckCommand.Create(clock),
            ContentCoverageCommand.Create(clock),
            ContentHintsCommand.Create(clock),
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
