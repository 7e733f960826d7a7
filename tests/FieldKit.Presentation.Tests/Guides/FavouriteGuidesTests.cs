using FieldKit.Domain.Guides;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Tests.Guides;

public sealed class FavouriteGuidesTests
{
    private readonly RememberedPreferences preferences = new();

    [Fact]
    public void Favourites_come_first_in_the_order_of_the_content()
    {
        var favourites = new FavouriteGuides(preferences);
        favourites.Toggle("G03");
        favourites.Toggle("G02");

        Assert.Equal(["G02", "G03", "G01"], new FavouriteGuides(preferences).First([Guide("G01"), Guide("G02"), Guide("G03")]).Select(guide => guide.Id));
    }

    [Fact]
    public void A_second_toggle_takes_it_back()
    {
        var favourites = new FavouriteGuides(preferences);
        favourites.Toggle("G03");
        favourites.Toggle("G03");

        Assert.False(favourites.Has("G03"));
    }

    private static Guide Guide(string id) => new(id, new(id), new("wie"), new("waarvoor"), [], [], [], new(2026, 11, 20));
}
