using System.Globalization;

namespace FieldKit.Presentation.Leading;

/// <summary>A talk as it stands in the preferences: where, and how long each part took. Nothing about who was there.</summary>
internal static class KeptTalk
{
    private const char Line = '\n';
    private const char Value = '=';

    public static void Keep(IPreferences preferences, string guide, string slide, TalkClock clock) => preferences.Write(
        Name(guide),
        string.Join(
            Line,
            clock.Spent.Select(part => $"{part.Key}{Value}{Seconds((long)part.Value.TotalSeconds)}")
                .Prepend(clock.IsPaused ? "paused" : "runs")
                .Prepend(Seconds(clock.Seen.ToUnixTimeSeconds()))
                .Prepend(slide)));

    public static void Forget(IPreferences preferences, string guide) => preferences.Write(Name(guide), "");

    /// <summary>Null when no talk on this guide is under way, or when what was kept cannot be read.</summary>
    public static (string Slide, TalkClock Clock)? Read(IPreferences preferences, string guide)
    {
        if (preferences.Read(Name(guide))?.Split(Line) is not [var slide, var seen, var state, .. var parts]
            || Number(seen) is not { } moment || moment > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return null;
        }

        var spent = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (part.Split(Value) is [var id, var count] && Number(count) is { } seconds && seconds < int.MaxValue)
            {
                spent[id] = TimeSpan.FromSeconds(seconds);
            }
        }

        return (slide, new(DateTimeOffset.FromUnixTimeSeconds(moment), state == "paused", spent));
    }

    private static string Name(string guide) => $"talk.{guide}";

    private static string Seconds(long seconds) => seconds.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
