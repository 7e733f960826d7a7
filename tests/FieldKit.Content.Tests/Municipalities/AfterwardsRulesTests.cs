namespace FieldKit.Content.Tests.Municipalities;

public sealed class AfterwardsRulesTests
{
    private const string Good = """
        facts: [B1]
        afterwards:
          reader: {nl: Het loket., en: The desk.}
          answer: {nl: Dat is niet bekend., en: That is not known.}
          meanwhile: [T90]
          care: {nl: Praat erover., en: Talk about it.}
          care_guide: G90
          care_contacts: [T90]
          facts: [B1]
        stages:
        """;

    [Fact]
    public void What_is_said_after_sealing_is_in_the_bundle()
    {
        var result = With(Good).Compile();
        Assert.True(result.Bundle is not null, string.Join('\n', result.Errors));

        Assert.Equal(["T90"], result.Bundle.Municipalities[0].Afterwards!.Meanwhile);
    }

    [Theory]
    [InlineData("meanwhile: [T90]", "meanwhile: [T91, T90]", "unknown-reference")]
    [InlineData("meanwhile: [T90]", "meanwhile: []", "nobody-meanwhile")]
    [InlineData("care_contacts: [T90]", "care_contacts: [T91]", "unknown-reference")]
    [InlineData("care_guide: G90", "care_guide: G91", "unknown-reference")]
    [InlineData("  facts: [B1]", "  facts: []", "facts")]
    public void What_points_nowhere_is_found(string old, string replacement, string rule)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        Assert.Contains(With(Good.Replace(old, replacement, StringComparison.Ordinal)).Compile().Errors, error => error.Rule == rule && error.File == SmallContent.Municipality);
    }

    private static SmallContent With(string afterwards) => new SmallContent().With(SmallContent.Municipality, "facts: [B1]\nstages:", afterwards);
}
