using System.Text.Json;
using System.Text.Json.Serialization;

namespace FieldKit.Domain.Languages;

/// <summary>One text in one or more languages, keyed by two-letter code. Dutch ("nl") is always there.</summary>
[JsonConverter(typeof(LocalTextJsonConverter))]
public sealed class LocalText
{
    private readonly SortedDictionary<string, string> byLanguage;

    /// <exception cref="ArgumentException">The Dutch text is missing or empty.</exception>
    public LocalText(IEnumerable<KeyValuePair<string, string>> byLanguage)
    {
        this.byLanguage = new(StringComparer.Ordinal);
        foreach (var (language, text) in byLanguage)
        {
            this.byLanguage.Add(language, text);
        }

        if (!this.byLanguage.TryGetValue("nl", out var dutch) || string.IsNullOrWhiteSpace(dutch))
        {
            throw new ArgumentException("A text needs Dutch ('nl').", nameof(byLanguage));
        }
    }

    public LocalText(string dutch)
        : this([new("nl", dutch)])
    {
    }

    public LocalText(string dutch, string english)
        : this([new("nl", dutch), new("en", english)])
    {
    }

    public IReadOnlyDictionary<string, string> ByLanguage => byLanguage;

    /// <summary>The text in <paramref name="language"/>, or in Dutch where that is missing.</summary>
    public string In(string language) => byLanguage.TryGetValue(language, out var text) ? text : byLanguage["nl"];

    public override string ToString() => byLanguage["nl"];
}

public sealed class LocalTextJsonConverter : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A text is an object of language codes.");
        }

        var texts = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var language = reader.GetString()!;
            reader.Read();
            texts.Add(new(language, reader.GetString() ?? throw new JsonException("A text cannot be null.")));
        }

        try
        {
            return new LocalText(texts);
        }
        catch (ArgumentException failure)
        {
            throw new JsonException(failure.Message, failure);
        }
    }

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.ByLanguage)
        {
            writer.WriteString(language, text);
        }

        writer.WriteEndObject();
    }
}
