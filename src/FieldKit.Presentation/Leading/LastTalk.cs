using System.Globalization;
using FieldKit.Presentation.Guides;

namespace FieldKit.Presentation.Leading;

/// <summary>The talk that is under way, for "on with the talk" at the start. Says nothing about a person, so it needs no PIN.</summary>
/// <param name="Title">Kept beside the address: Start shows it without opening the content.</param>
public sealed record LastTalk(string Address, string Title, int Number, int Count)
{
    /// <summary>A talk of yesterday is no longer what one most likely opens the app for.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(18);

    private const string Preference = "last-talk";
    private const char Between = '\n';

    public static LastTalk? Read(IPreferences preferences, DateTimeOffset now) =>
        preferences.Read(Preference)?.Split(Between) is [var address, var title, var number, var count, var seen]
        && address.StartsWith("/gesprek/", StringComparison.Ordinal)
        && int.TryParse(number, out var slide) && int.TryParse(count, out var slides)
        && long.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && now.ToUnixTimeSeconds() - seconds < Fresh.TotalSeconds
            ? new(address, title, slide, slides)
            : null;

    public static void Forget(IPreferences preferences) => preferences.Write(Preference, "");

    /// <summary>Reading on in the same guide is no second offer beside the talk.</summary>
    public bool IsOf(LastGuide guide) => guide.Address.StartsWith(Address[..(Address.LastIndexOf('/') + 1)], StringComparison.Ordinal);

    public void Keep(IPreferences preferences, DateTimeOffset now) => preferences.Write(
        Preference,
        string.Create(CultureInfo.InvariantCulture, $"{Address}{Between}{Title}{Between}{Number}{Between}{Count}{Between}{now.ToUnixTimeSeconds()}"));
}
