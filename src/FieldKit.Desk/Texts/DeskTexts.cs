using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.Domain.Signals.Reading;

namespace FieldKit.Desk.Texts;

/// <summary>The desk's own words, in Dutch or English, from the embedded resource files.</summary>
public sealed class DeskTexts
{
    public const string Dutch = "nl";
    public const string English = "en";

    private Dictionary<string, string> texts = Load(Dutch);

    public event Action? Changed;

    public string Language { get; private set; } = Dutch;

    /// <summary>For laying a signal out.</summary>
    public ReadingWords Reading => new(Language, key => texts[key]);

    public CultureInfo Culture { get; private set; } = CultureInfo.GetCultureInfo("nl-NL");

    /// <exception cref="KeyNotFoundException">No such text: a test keeps both files and the pages equal.</exception>
    public string this[string key] => texts[key];

    /// <summary>A text with its {0}, {1} filled in.</summary>
    public string Of(string key, params object[] values) => string.Format(Culture, texts[key], values);

    /// <summary>The text of a refusal; a code that has none gets the general one.</summary>
    public string Refusal(string code) => texts.TryGetValue($"refusal.{code}", out var text) ? text : Of("refusal.other", code);

    /// <summary>What a writer's role is called; one that has no words, from an earlier version, by itself.</summary>
    public string Role(string role) => texts.GetValueOrDefault($"role.{role}", role);

    public void Use(string language)
    {
        Language = language == English ? English : Dutch;
        Culture = CultureInfo.GetCultureInfo(Language == English ? "en-GB" : "nl-NL");
        texts = Load(Language);
        Changed?.Invoke();
    }

    internal static Dictionary<string, string> Load(string language)
    {
        using var stream = typeof(DeskTexts).Assembly.GetManifestResourceStream($"desk.{language}.json")
            ?? throw new InvalidOperationException($"The texts for '{language}' are not embedded.");
        return JsonSerializer.Deserialize(stream, DeskTextsJson.Default.DictionaryStringString)!;
    }
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DeskTextsJson : JsonSerializerContext;
