using System.CommandLine;
using System.Globalization;
using FieldKit.Content.WritingHelp;

namespace FieldKit.Cli;

/// <summary>`fieldkit content hints`: how often the writing help asks about the guides' own neutral prose; fails above the bar.</summary>
internal static class ContentHintsCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var words = new Option<bool>("--words") { Description = "Toon waarover het vraagt / show what it asks about" };
        var command = new Command("hints", "Meet hoe vaak de schrijfhulp onnodig vraagt / measure how often the writing help asks in vain") { folder, words };
        command.SetAction(parsed => CompiledContent.TryCompile(
                parsed.GetRequiredValue(folder).FullName, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), parsed.InvocationConfiguration.Output)
            is { } bundle
            ? Run(FalseAlarms.In(bundle), parsed.GetValue(words), parsed.InvocationConfiguration.Output)
            : 1);
        return command;
    }

    private static int Run(IReadOnlyList<FalseAlarmFigure> figures, bool withWords, TextWriter output)
    {
        foreach (var figure in figures)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Language}: {figure.Asked.Count} vragen op / questions in {figure.Words} woorden / words = {figure.In200Words:0.00} per 200 (grens / bar: {FalseAlarms.MostIn200Words:0})"));
            foreach (var kind in figure.Asked.GroupBy(alarm => alarm.Kind).OrderByDescending(group => group.Count()))
            {
                var about = kind.SelectMany(alarm => alarm.Words).GroupBy(word => word.ToLowerInvariant()).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}");
                output.WriteLine($"  {kind.Count(),4} {kind.Key.ToString().ToLowerInvariant()}{(withWords ? $": {string.Join(", ", about)}" : "")}");
            }
        }

        return figures.Any(figure => figure.In200Words > FalseAlarms.MostIn200Words) ? 1 : 0;
    }
}
