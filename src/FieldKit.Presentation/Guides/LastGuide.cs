namespace FieldKit.Presentation.Guides;

/// <summary>Where reading stopped, for "read on" at the start. Says nothing about a person, so it needs no PIN.</summary>
/// <param name="Title">Kept beside the address: Start shows it without opening the content.</param>
public sealed record LastGuide(string Address, string Title, int Number, int Count)
{
    private const string Preference = "last-guide";
    private const char Between = '\n';

    public static void Keep(IPreferences preferences, GuideScreen screen, string language) => preferences.Write(
        Preference,
        string.Join(Between, screen.AddressOf(screen.Part), screen.Guide.Title.In(language), screen.Number, screen.Count));

    public static LastGuide? Read(IPreferences preferences) =>
        preferences.Read(Preference)?.Split(Between) is [var address, var title, var number, var count]
        && address.StartsWith("/gesprek/", StringComparison.Ordinal)
        && int.TryParse(number, out var part) && int.TryParse(count, out var parts)
            ? new(address, title, part, parts)
            : null;
}
