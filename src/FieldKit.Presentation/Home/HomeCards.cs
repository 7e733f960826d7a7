using FieldKit.Presentation.Settings;

namespace FieldKit.Presentation.Home;

/// <param name="Address">Within the app, beginning with "/".</param>
public sealed record HomeCard(string Address, string Title, string Text);

/// <summary>
/// The next steps for the user's role and city, as they were last made of the content. Kept as text, so that the start screen shows
/// them without opening the content, and wwwroot/boot.js before the app has started: lines of address, title and text between tabs,
/// below a first line that says what they were made for.
/// </summary>
public static class HomeCards
{
    private const string Preference = "home-cards";
    private const char Between = '\t';

    /// <returns>Empty where none were made for this role, city and language.</returns>
    public static IReadOnlyList<HomeCard> Read(IPreferences preferences, OwnPlace place, string language) =>
        preferences.Read(Preference)?.Split('\n') is [var made, .. var lines] && made == Made(place, language)
            ? [.. lines.Select(Card).OfType<HomeCard>()]
            : [];

    public static void Keep(IPreferences preferences, OwnPlace place, string language, IReadOnlyList<HomeCard> cards) => preferences.Write(
        Preference,
        string.Join('\n', cards.Select(Line).Prepend(Made(place, language))));

    private static string Made(OwnPlace place, string language) => string.Join(Between, place.Role, place.City, language);

    private static string Line(HomeCard card) => string.Join(Between, card.Address, OneLine(card.Title), OneLine(card.Text));

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace(Between, ' ');

    private static HomeCard? Card(string line) =>
        line.Split(Between) is [['/', ..] address, var title, var text] ? new(address, title, text) : null;
}
