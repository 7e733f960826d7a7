using System.CommandLine;
using System.Globalization;
using FieldKit.Content.Fuzzing;

namespace FieldKit.Cli;

/// <summary>`fieldkit content fuzz --inputs 100000 --seed 1`: spoiled content for every parser; fails on a crash or on more than a second.</summary>
internal static class ContentFuzzCommand
{
    private const int ShownFailures = 20;

    public static Command Create(TimeProvider clock)
    {
        var folder = ContentFolderOption.Create();
        var inputs = new Option<int>("--inputs") { Description = "Hoeveel bedorven teksten / how many spoiled inputs", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "Zelfde getal, zelfde teksten / same number, same inputs", DefaultValueFactory = _ => 1 };
        var from = new Option<int>("--from") { Description = "Begin bij deze tekst / begin at this input" };
        var command = new Command("fuzz", "Geef elke lezer bedorven inhoud / feed every parser spoiled content") { folder, inputs, seed, from };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(folder).FullName, clock, parsed.GetValue(inputs), parsed.GetValue(seed), parsed.GetValue(from), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, TimeProvider clock, int inputs, int seed, int from, TextWriter output)
    {
        var start = clock.GetTimestamp();
        FuzzReport report;
        try
        {
            report = new ContentFuzzer(folder, clock).Run(inputs, seed, from);
        }
        catch (InvalidDataException failure)
        {
            output.WriteLine(failure.Message);
            return 1;
        }

        foreach (var target in report.Targets)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {target.Inputs} inputs, {target.Refused} refused, longest {target.Longest.TotalMilliseconds:0} ms"));
        }

        foreach (var failure in report.Failures.Take(ShownFailures))
        {
            output.WriteLine($"{failure.Target}, --seed {seed}, --from {failure.Number}: {failure.What}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Inputs} bedorven teksten / spoiled inputs, {report.Failures.Count} fout(en) / failure(s), {clock.GetElapsedTime(start).TotalSeconds:0} s"));
        return report.Failures.Count > 0 ? 1 : 0;
    }
}
