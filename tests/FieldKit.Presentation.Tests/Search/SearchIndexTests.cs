using FieldKit.Presentation.Search;

namespace FieldKit.Presentation.Tests.Search;

public sealed class SearchIndexTests
{
    private readonly SearchIndex index = new();

    public SearchIndexTests()
    {
        index.Add(Item("G01", "De dag na een aanslag", ("Eerst je team", "Ga even zitten met je collega’s voordat de kinderen komen.")));
        index.Add(Item("G04", "Open vragen", ("Begin", "Na een aanslag zijn er veel vragen. De leerlingenraad kan helpen.")));
        index.Add(Item("F05", "Zorgen op de sportclub", ("Wie kent de jongere?", "Vraag het de trainer in het jongerenwerk.")));
        index.Add(Item("K02", "In het café", ("Wat doe je?", "Iemand scheldt op terreuraanslagen & <b>mensen</b>.")));
    }

    [Theory]
    [InlineData("aanslag")]
    [InlineData("aanslach")]
    [InlineData("Aanslagen")]
    [InlineData("aansl")]
    [InlineData("aanlsag")]
    public void Title_comes_before_text(string typed) => Assert.Equal("G01", First(typed));

    [Theory]
    [InlineData("cafe", "K02")]
    [InlineData("CAFÉ", "K02")]
    [InlineData("collega's", "G01")]
    [InlineData("kind", "G01")]
    [InlineData("sport", "F05")]
    [InlineData("sportclubs", "F05")]
    [InlineData("spotrclub", "F05")]
    [InlineData("terreur", "K02")]
    [InlineData("jongerentrainer", "F05")]
    [InlineData("leerling", "G04")]
    public void Forgives(string typed, string id) => Assert.Equal(id, First(typed));

    [Fact]
    public void All_words_must_be_there_when_some_item_has_them()
    {
        var answer = index.Find("aanslag vragen", 10);

        Assert.True(answer.HasAll);
        Assert.Equal(["G04"], answer.Hits.Select(hit => hit.Item.Address));
    }

    [Fact]
    public void Otherwise_some_of_them_will_do_and_it_is_said()
    {
        var answer = index.Find("aanslag sportclub", 10);

        Assert.False(answer.HasAll);
        Assert.Contains("F05", answer.Hits.Select(hit => hit.Item.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("de het een")]
    [InlineData("?!")]
    [InlineData("xqzwv")]
    public void Nothing_is_found_for_nothing(string typed) => Assert.Equal(0, index.Find(typed, 10).Count);

    [Fact]
    public void Hit_is_shown_in_its_context_as_text()
    {
        var hit = index.Find("terreur", 10).Hits.Single();

        Assert.Equal("Wat doe je?", hit.Place.Heading);
        Assert.True(hit.IsBelow);
        Assert.Equal("Iemand scheldt op |terreuraanslagen| & <b>mensen</b>.", string.Concat(hit.Context.Select(run => run.IsMatch ? $"|{run.Text}|" : run.Text)));
    }

    [Fact]
    public void Long_text_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("woorden", 40)) + " sleutel " + string.Join(' ', Enumerable.Repeat("woorden", 40));

        var runs = MarkedText.Around(text, text.IndexOf("sleutel", StringComparison.Ordinal), word => word == "sleutel");

        Assert.Equal("… ", runs[0].Text);
        Assert.Equal(" …", runs[^1].Text);
        Assert.Equal("sleutel", Assert.Single(runs, run => run.IsMatch).Text);
        Assert.StartsWith("woorden", runs[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_without_spaces_is_shown_whole_or_from_the_word()
    {
        var text = new string('a', 300);

        Assert.Equal(text, string.Concat(MarkedText.Around(text, 0, _ => false).Select(run => run.Text)));
        Assert.NotEmpty(MarkedText.Around(text, 200, _ => true));
    }

    [Fact]
    public void Fewer_are_told_than_are_found()
    {
        var answer = index.Find("aanslag", 1);

        Assert.Equal(3, answer.Count);
        Assert.Single(answer.Hits);
    }

    private string? First(string typed) => index.Find(typed, 10).Hits.FirstOrDefault()?.Item.Address;

    private static SearchItem Item(string id, string title, params (string Heading, string Text)[] parts) =>
        new("guide", title, id, [new(title, id, ""), .. parts.Select(part => new SearchPlace(part.Heading, id, part.Text))]);
}
