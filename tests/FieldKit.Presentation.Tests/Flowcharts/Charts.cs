using FieldKit.Domain;
using FieldKit.Domain.Contacts;
using FieldKit.Domain.Flowcharts;
using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Tests.Flowcharts;

/// <summary>
/// Two small charts. A: start —"ja"→ stop (outcome), start —"nee"→ B. B: first —"ja"→ end, first —"misschien"→ end,
/// first —"nee"→ second; end is an outcome with contact T01, guide G01 and a signal.
/// </summary>
internal static class Charts
{
    public static ContentBundle Bundle { get; } = new(
        new(2026, 11, 20),
        [
            Chart("A", Question("start", ("ja", "stop"), ("nee", "B")), Outcome("stop", new([], [], false))),
            Chart(
                "B",
                Question("first", ("ja", "end"), ("misschien", "end"), ("nee", "second")),
                Question("second", ("terug", "first"), ("verder", "end")),
                Outcome("end", new(["T01", "T99"], ["G01"], true))),
        ],
        [new("G01", new("Gids"), new("iedereen"), new("praten"), [], [], [], new(2026, 11, 20))],
        [new("T01", new("112"), new("gevaar"), null, "112", null, null, true, null, "bevestigd", ["P01"], new(2026, 11, 20), new(2027, 1, 1), true, false)],
        [],
        []);

    private static Flowchart Chart(string id, params FlowStep[] steps) =>
        new(id, new($"Kaart {id}"), new("waarvoor"), null, [], steps[0].Id, steps, [], new(2026, 11, 20));

    private static FlowStep Question(string id, params (string Label, string To)[] choices) =>
        new(id, new($"{id}?"), null, false, [.. choices.Select(choice => new FlowChoice(new(choice.Label), choice.To))], null, []);

    private static FlowStep Outcome(string id, FlowOutcome outcome) => new(id, new(id), null, false, [], outcome, []);
}
