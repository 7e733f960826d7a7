using FieldKit.Domain.Guides;

namespace FieldKit.Presentation.Leading;

/// <summary>With which age one talks: chosen once, remembered for every guide that has parts for it.</summary>
public static class TalkAges
{
    /// <summary>Chosen to see the parts of every age.</summary>
    public const string Every = "alle";

    private const string Preference = "talk-ages";

    /// <summary>Ages that the guide has parts for, youngest first.</summary>
    public static IReadOnlyList<string> Of(Guide guide) =>
        [.. GuidePart.Ages.Where(age => guide.Parts.Any(part => part.Age == age))];

    /// <summary>The latest choice that fits the guide; null when nothing fitting was ever chosen.</summary>
    public static string? Chosen(IPreferences preferences, Guide guide)
    {
        var fitting = Of(guide);
        return Kept(preferences).FirstOrDefault(age => age == Every || fitting.Contains(age));
    }

    public static void Choose(IPreferences preferences, string age) =>
        preferences.Write(Preference, string.Join(',', Kept(preferences).Where(other => other != age).Prepend(age)));

    private static IEnumerable<string> Kept(IPreferences preferences) =>
        (preferences.Read(Preference) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
