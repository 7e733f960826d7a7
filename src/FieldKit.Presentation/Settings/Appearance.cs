namespace FieldKit.Presentation.Settings;

public enum Theme
{
    /// <summary>As the device is set.</summary>
    System,
    Light,
    Dark,

    /// <summary>High contrast: black on white.</summary>
    Contrast,
}

/// <summary>How the pages look: theme and text size. wwwroot/boot.js reads the same preferences before the first drawing.</summary>
public sealed class Appearance(IPreferences preferences) : Observable
{
    private const string ThemePreference = "theme";
    private const string TextSizePreference = "text-size";

    /// <summary>In percent of the browser's own text size.</summary>
    public static IReadOnlyList<int> TextSizes { get; } = [100, 125, 150];

    public Theme Theme => preferences.Read(ThemePreference) switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        "contrast" => Theme.Contrast,
        _ => Theme.System,
    };

    /// <summary>One of <see cref="TextSizes"/>.</summary>
    public int TextSize => TextSizes.FirstOrDefault(size => $"{size}" == preferences.Read(TextSizePreference), TextSizes[0]);

    /// <summary>What stands on the page's root as data-theme; null for the device's own.</summary>
    public string? ThemeMark => Theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        Theme.Contrast => "contrast",
        _ => null,
    };

    /// <summary>What stands on the page's root as data-text; null for the browser's own size.</summary>
    public string? TextMark => TextSize == TextSizes[0] ? null : $"{TextSize}";

    public void Use(Theme theme)
    {
        preferences.Write(ThemePreference, theme == Theme.System ? "" : $"{theme}".ToLowerInvariant());
        Changed();
    }

    /// <summary>Chosen in another tab.</summary>
    public void ReadAgain() => Changed();

    /// <param name="size">One of <see cref="TextSizes"/>.</param>
    public void Use(int size)
    {
        preferences.Write(TextSizePreference, TextSizes.Contains(size) ? $"{size}" : throw new ArgumentOutOfRangeException(nameof(size)));
        Changed();
    }
}
