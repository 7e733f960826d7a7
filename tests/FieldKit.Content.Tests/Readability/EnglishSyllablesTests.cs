using FieldKit.Content.Readability;

namespace FieldKit.Content.Tests.Readability;

public sealed class EnglishSyllablesTests
{
    [Theory]
    [InlineData("I", 1)]
    [InlineData("the", 1)]
    [InlineData("house", 1)]
    [InlineData("made", 1)]
    [InlineData("asked", 1)]
    [InlineData("wanted", 2)]
    [InlineData("needed", 2)]
    [InlineData("worries", 2)]
    [InlineData("worried", 2)]
    [InlineData("places", 2)]
    [InlineData("times", 1)]
    [InlineData("table", 2)]
    [InlineData("people", 2)]
    [InlineData("happens", 2)]
    [InlineData("danger", 2)]
    [InlineData("school", 1)]
    [InlineData("teacher", 2)]
    [InlineData("colleague", 2)]
    [InlineData("together", 3)]
    [InlineData("question", 2)]
    [InlineData("information", 4)]
    [InlineData("social", 2)]
    [InlineData("serious", 3)]
    [InlineData("police", 2)]
    [InlineData("municipality", 6)]
    [InlineData("radicalisation", 6)]
    [InlineData("violence", 3)]
    [InlineData("safety", 2)]
    [InlineData("quiet", 2)]
    [InlineData("video", 3)]
    [InlineData("somebody", 3)]
    [InlineData("yourself", 2)]
    public void Known_words_have_their_syllables(string word, int syllables) => Assert.Equal(syllables, EnglishSyllables.Count(word));
}
