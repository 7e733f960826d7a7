using FieldKit.Domain;
using FieldKit.Domain.Guides;
using FieldKit.Presentation.Search;

namespace FieldKit.Presentation.Tests.Search;

public sealed class SearchScreenTests
{
    private static readonly ContentBundle Bundle = new(
        new(2026, 11, 22),
        [],
        [new("G01", new("De dag na een aanslag", "The day after an attack"), new("docenten"), new("praten"), [new("een", "step", new("Begin"), null, new("<p>Ga <em>zitten</em>.</p>"))], [], [], new(2026, 11, 22))],
        [],
        [],
        []);

    private readonly Texts texts = new(new RememberedPreferences());
    private readonly SearchScreen screen;

    public SearchScreenTests() => screen = new(texts);

    [Fact]
    public async Task Words_typed_before_the_index_stood_are_answered_when_it_does()
    {
        screen.Words = "aanslach";
        Assert.Equal((false, 0), (screen.IsReady, screen.Answer.Count));

        await screen.PrepareAsync(Bundle);

        Assert.Equal("/gesprek/G01", screen.Answer.Hits.Single().Place.Address);
    }

    [Fact]
    public async Task A_part_is_found_with_its_own_address()
    {
        await screen.PrepareAsync(Bundle);

        screen.Words = "zitten";

        Assert.Equal("/gesprek/G01/een", screen.Answer.Hits.Single().Place.Address);
    }

    [Fact]
    public async Task Another_language_is_looked_up_in_that_language()
    {
        await screen.PrepareAsync(Bundle);
        texts.Use(Texts.English);
        await screen.PrepareAsync(Bundle);

        screen.Words = "attack";

        Assert.Equal("The day after an attack", screen.Answer.Hits.Single().Item.Title);
    }

    [Fact]
    public async Task The_first_are_found_at_once_and_the_rest_a_moment_later()
    {
        var guide = Bundle.Guides.Single();
        await screen.PrepareAsync(Bundle with { Guides = [.. Enumerable.Range(1, SearchScreen.Most + 1).Select(number => guide with { Id = $"G{number:00}" })] });

        screen.Words = "aanslag";
        Assert.Equal((SearchScreen.First, SearchScreen.Most + 1), (screen.Answer.Hits.Count, screen.Answer.Count));
        var first = screen.Answer.Hits.Select(hit => hit.Item.Address).ToList();

        Assert.True(screen.Complete());
        Assert.Equal(SearchScreen.Most, screen.Answer.Hits.Count);
        Assert.Equal(first, screen.Answer.Hits.Take(SearchScreen.First).Select(hit => hit.Item.Address));
        Assert.False(screen.Complete());
    }
}
