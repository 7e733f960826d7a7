using FieldKit.Content.Reading;
using FieldKit.Domain.Municipalities;

namespace FieldKit.Content.Municipalities;

/// <summary>Bounds, so that a slip of the pen cannot clear signals that people still work on, or that nobody has read.</summary>
internal sealed class KeepingRules(Municipality municipality, Findings findings)
{
    private const int Fewest = 7;
    private const int Most = 1830;

    public void Check()
    {
        if (municipality.Stages.FirstOrDefault() is { KeepDays: not null } first)
        {
            findings.Add(first, "keeping", $"Take 'keep_days' out of '{first.Id}': nobody has read a signal there yet.");
        }

        foreach (var stage in municipality.Stages.Where(stage => stage.KeepDays is < Fewest or > Most))
        {
            findings.Add(stage, "keeping", $"'keep_days' of '{stage.Id}' is {stage.KeepDays}. Use {Fewest} to {Most}, or leave it out: then nothing is cleared there.");
        }
    }
}
