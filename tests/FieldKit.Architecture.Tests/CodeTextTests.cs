namespace FieldKit.Architecture.Tests;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData("a(); // AES", "a();       ")]
    [InlineData("a();/* AES\n */b();", "a();      \n   b();")]
    [InlineData("<p>@* AES *@<!-- AES --></p>", "<p>                     </p>")]
    public void Comments_are_blanked_and_code_stays(string source, string expected) =>
        Assert.Equal(expected, CodeText.WithoutComments(source));

    [Theory]
    [InlineData("\"\"\"\nhttps://x\n\"\"\"")]
    [InlineData("@\"c://\"\"x\"")]
    [InlineData("'\"' + \"//\"")]
    public void Strings_are_not_comments(string code) => Assert.Equal(code, CodeText.WithoutComments(code));

    [Fact]
    public void A_line_keeps_its_number() =>
        Assert.Equal(3, CodeText.LineOf("/*\n*/\nx", 6));
}
