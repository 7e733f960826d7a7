using FieldKit.Presentation.Search;

namespace FieldKit.Presentation.Tests.Search;

public sealed class SearchPlacesTests
{
    [Theory]
    [InlineData("<p>Praat <strong>kort</strong>.</p>\n<ul><li>een</li><li>twee</li></ul>", "Praat kort . een twee")]
    [InlineData("Jij &amp; ik: &lt;b&gt;", "Jij & ik: <b>")]
    [InlineData("a < b", "a < b")]
    public void Text_is_read_without_its_tags(string html, string text) => Assert.Equal(text, SearchPlaces.PlainText(html));
}
