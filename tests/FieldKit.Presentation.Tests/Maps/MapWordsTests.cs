using FieldKit.Presentation.Maps;

namespace FieldKit.Presentation.Tests.Maps;

public sealed class MapWordsTests
{
    [Fact]
    public void A_box_says_its_kind_its_title_where_one_was_and_what_can_be_answered() => Assert.Equal(
        "Begin. Vak a. Hier ben je geweest. Antwoord ja: Vak b. Antwoord nee: Vak c.",
        MapWords.Say(Maps.Diamond, Maps.Diamond["a"], new Texts(new RememberedPreferences())));
}
