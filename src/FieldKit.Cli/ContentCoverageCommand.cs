using System.CommandLine;
using FieldKit.Content;
using FieldKit.Content.Facts;

namespace FieldKit.Cli;

/// <summary>`fieldkit content coverage`: each row of the fact base with what carries it; fails on holes and on wrong facts.</summary>
internal static class ContentCoverageCommand
{
    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var holesOnly = new Option<bool>("--holes") { Description = "Alleen wat ontbreekt / only what is missing" };
        var command = new Command("coverage", "Laat zien welk feit waar staat / show which fact is carried where") { folder, holesOnly };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName, clock, parsed.GetValue(holesOnly), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TimeProvider clock, bool holesOnly, TextWriter output)
    {
        var result = ContentCompiler.Compile(folder, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var row in result.Coverage.Rows.Where(row => row.IsHole || !holesOnly))
        {
            output.WriteLine(Line(row));
        }

        var errors = result.Errors.Where(error => error.Rule == "facts" || error.File.StartsWith("facts/", StringComparison.Ordinal)).ToList();
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        output.WriteLine(Summary(result.Coverage, errors.Count));
        return result.Coverage.Rows.Count == 0 || result.Coverage.Holes.Count + errors.Count > 0 ? 1 : 0;
    }

    private static string Line(CoveredFact row)
    {
        var state = row switch
        {
            { UsedBy.Count: > 0 } => string.Join(", ", row.UsedBy),
            { Reason: { } reason } => $"niet gedragen / not carried: {reason}",
            { IsHole: true } => "GAT / HOLE",
            _ => "achtergrond / background",
        };
        return $"{row.Id} [{string.Join(' ', row.Support)}] {state}";
    }

    private static string Summary(FactCoverage coverage, int errors)
    {
        var asked = coverage.Rows.Where(row => row.Support.Count > 0).ToList();
        return $"{coverage.Rows.Count} rijen / rows, {asked.Count} gevraagd / asked for: {asked.Count(row => row.UsedBy.Count > 0)} gedragen / carried, "
            + $"{asked.Count(row => row is { UsedBy.Count: 0, Reason: not null })} met reden niet / not, with a reason, "
            + $"{coverage.Holes.Count} gat(en) / hole(s), {errors} fout(en) / error(s)";
    }
}
