using System.Security.Cryptography;
using System.Text;
using static FieldKit.Content.Tests.SmallContent;

namespace FieldKit.Content.Tests.Wording;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("Vraag het aan Zoë van den Bedacht.")]
    [InlineData("Vraag het aan ZOË VAN DEN BEDACHT.")]
    [InlineData("Vraag het aan Zoe\n van-den Bedacht.")]
    public void A_name_from_the_sources_is_found_on_its_line(string text)
    {
        var error = Content().With(Guide, "Adem.", text).OnlyError();
        Assert.Equal((Guide, 14, "name"), (error.File, error.Line, error.Rule));
        Assert.DoesNotContain("Bedacht", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_name_in_a_comment_or_a_file_that_is_not_compiled_is_found() =>
        Assert.Equal(
            [Contact, "README.md"],
            Content().With(Contact, "contacts:", "contacts: # naar Zoë van den Bedacht").WithFile("README.md", "Zoë van den Bedacht").Compile().Errors
                .Where(error => error.Rule == "name").Select(error => error.File).Order());

    [Theory]
    [InlineData("Vraag het aan Zoë.")]
    [InlineData("Van den bedacht.")]
    public void Part_of_a_name_is_left_alone(string text) => Assert.Empty(Content().With(Guide, "Adem.", text).Compile().Errors);

    private static SmallContent Content()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("zoe van den bedacht")));
        return new SmallContent().WithFile(Names, $"longest: 4\nnames: ['{hash}']");
    }
}
