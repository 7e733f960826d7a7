using FieldKit.Presentation.Search;

namespace FieldKit.Presentation.Tests.Search;

public sealed class DutchSoundTests
{
    [Theory]
    [InlineData("aanslag", "aanslach")]
    [InlineData("aanslag", "aanslagen")]
    [InlineData("radicalisering", "radikalisering")]
    [InlineData("klas", "klassen")]
    [InlineData("school", "scholen")]
    [InlineData("huis", "huizen")]
    [InlineData("brief", "brieven")]
    [InlineData("jongere", "jongeren")]
    [InlineData("jongen", "jongens")]
    [InlineData("kind", "kinderen")]
    [InlineData("gids", "gidsen")]
    [InlineData("mens", "mensen")]
    [InlineData("verhaal", "verhaaltje")]
    [InlineData("groep", "groepjes")]
    [InlineData("wijk", "weik")]
    [InlineData("attack", "attacks")]
    public void These_are_one_word(string one, string other) => Assert.Equal(Key(one), Key(other));

    [Theory]
    [InlineData("aanslag", "aanslibben")]
    [InlineData("kind", "kast")]
    [InlineData("school", "schuld")]
    [InlineData("een", "eend")]
    public void These_are_two(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    [Fact]
    public void Numbers_keep_their_double_digits() => Assert.Equal("0800", DutchSound.Of("0800"));

    private static string Key(string word) => DutchSound.Key(DutchSound.Of(word));
}
