using System.Globalization;
using FieldKit.Domain.Languages;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Presentation;

/// <summary>The app's own words in the chosen language: <c>T["route.back"]</c>. Dutch where a language lacks a text.</summary>
public sealed class Texts : Observable
{
    public const string Dutch = "nl";
    public const string English = "en";

    private const string LanguagePreference = "language";

    private readonly IPreferences preferences;
    private IReadOnlyDictionary<string, string> first;

    public Texts(IPreferences preferences)
    {
        this.preferences = preferences;
        Language = Kept;
        first = TextResources.First(Language);
    }

    public static IReadOnlyList<string> Languages { get; } = [Dutch, English];

    public string Language { get; private set; }

    /// <summary>For dates and numbers in the chosen language.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == English ? "en-GB" : "nl-NL");

    /// <summary>The text, or the key itself when nobody wrote it.</summary>
    public string this[string key] =>
        first.TryGetValue(key, out var text) || TextResources.TryFind(Language, key, out text) || TextResources.TryFind(Dutch, key, out text) ? text : key;

    /// <summary>The text with {0}, {1} … filled in.</summary>
    public string this[string key, params object[] values] => string.Format(Culture, this[key], values);

    public string this[LocalText text] => text.In(Language);

    /// <summary>For laying a signal out: "group.facts" is the text "layout.group-facts".</summary>
    public ReadingWords Reading => new(Language, key => this[$"layout.{key.Replace('.', '-')}"]);

    /// <summary>"20 nov 2026".</summary>
    public string Date(DateOnly date) => date.ToString("d MMM yyyy", Culture);

    public void Use(string language)
    {
        if (language != Language && Languages.Contains(language))
        {
            preferences.Write(LanguagePreference, language);
            Show(language);
        }
    }

    /// <summary>Chosen in another tab.</summary>
    public void ReadAgain()
    {
        if (Kept != Language)
        {
            Show(Kept);
        }
    }

    private string Kept => preferences.Read(LanguagePreference) == English ? English : Dutch;

    private void Show(string language)
    {
        Language = language;
        first = TextResources.First(language);
        Changed();
    }
}
