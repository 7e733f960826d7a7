using FieldKit.Presentation.Search;

namespace FieldKit.Presentation.Tests.Search;

public sealed class OneEditTests
{
    [Theory]
    [InlineData("gesprek", "gesprk", true)]
    [InlineData("gesprek", "gesprrek", true)]
    [InlineData("gesprek", "gesprak", true)]
    [InlineData("gesprek", "gepsrek", true)]
    [InlineData("gesprek", "gesprek", true)]
    [InlineData("gesprek", "gerpak", false)]
    [InlineData("a", "", true)]
    [InlineData("ab", "", false)]
    public void One_error_is_forgiven_and_two_are_not(string one, string other, bool apart)
    {
        Assert.Equal(apart, OneEdit.Apart(one, other));
        Assert.Equal(apart, OneEdit.Apart(other, one));
    }

    [Theory]
    [InlineData("gespek", "gesprekken", true)]
    [InlineData("gesprakk", "gesprekken", true)]
    [InlineData("geparkk", "gesprekken", false)]
    public void A_word_that_is_still_typed_may_have_one_too(string typed, string word, bool apart) =>
        Assert.Equal(apart, OneEdit.FromBeginning(typed, word));
}
