using System.CommandLine;
using FieldKit.Cli;

var root = new RootCommand("FieldKit: sleutels en inhoud van een meldpunt / keys and content of a reporting point")
{
    new Command("setup", "Maak de sleutels van een meldpunt / make a reporting point's keys") { SetupDemoCommand.Create() },
    new Command("content", "Controleer de inhoud / check the content") { ContentCheckCommand.Create(TimeProvider.System) },
};
return root.Parse(args).Invoke();
