using FieldKit.Presentation.Flowcharts;

namespace FieldKit.Presentation.Tests.Flowcharts;

public sealed class SharedOutcomeTests
{
    private readonly FlowchartWalk walk = new(new RememberedTab());
    private readonly Texts texts = new(new RememberedPreferences());

    [Fact]
    public void The_text_reads_well_in_a_message()
    {
        Assert.Equal(
            """
            end

            BELLEN OF MAILEN
            - 112: 112, dag en nacht (nummer bekeken op 20 nov 2026)

            EERST LEZEN
            - Gids (G01)

            ZO KWAM IK HIER
            1. first? misschien

            Uit FieldKit, route Kaart B, bijgewerkt 20 nov 2026.
            """.ReplaceLineEndings("\n").Replace("20 nov 2026", texts.Date(new(2026, 11, 20)), StringComparison.Ordinal),
            Text(answer: 1));
    }

    [Fact]
    public void Without_a_path_the_text_does_not_tell_one()
    {
        var screen = FlowchartScreen.Open(Charts.Bundle, walk, "B", "end")!;

        Assert.DoesNotContain("ZO KWAM IK HIER", SharedOutcome.Text(screen, texts), StringComparison.Ordinal);
    }

    [Fact]
    public void English_is_copied_in_english()
    {
        texts.Use("en");

        Assert.Contains("CALL OR WRITE\n- 112: 112, day and night", Text(answer: 0), StringComparison.Ordinal);
    }

    private string Text(int answer)
    {
        FlowchartScreen.Open(Charts.Bundle, walk, "B", null)!.Answer(answer);
        return SharedOutcome.Text(FlowchartScreen.Open(Charts.Bundle, walk, "B", "end")!, texts);
    }
}
