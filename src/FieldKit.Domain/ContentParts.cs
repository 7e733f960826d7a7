using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FieldKit.Domain;

/// <summary>One item of a bundle, apart.</summary>
/// <param name="Name">List and id: "contacts/T01".</param>
/// <param name="Bytes">UTF-8 JSON of a bundle that holds this item alone: <c>{"contacts":[{…}]}</c>. The same item gives the same bytes.</param>
public sealed record NamedPart(string Name, byte[] Bytes);

/// <summary>
/// Takes a bundle apart into its items and puts it together again. Works on the lists of <see cref="ContentBundle"/>
/// whatever they are, so that a new kind of content cannot be forgotten here.
/// </summary>
public static class ContentParts
{
    // These bytes are only ever read as JSON, so they need no escapes for HTML; without them they are a quarter smaller.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>In ordinal order of the names.</returns>
    public static IReadOnlyList<NamedPart> Split(ContentBundle bundle)
    {
        using var whole = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(bundle, DomainJson.Default.ContentBundle));
        var parts =
            from list in whole.RootElement.EnumerateObject()
            where ListNames.Contains(list.Name)
            from item in list.Value.EnumerateArray()
            select new NamedPart($"{list.Name}/{IdOf(item)}", Write(list.Name, item));
        return [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal)];
    }

    /// <summary>Lists that this program does not know are passed over: content may be newer than the program.</summary>
    /// <param name="parts">In ordinal order of their names.</param>
    /// <exception cref="JsonException">Not what <see cref="Split"/> made.</exception>
    public static ContentBundle Join(DateOnly builtOn, IEnumerable<byte[]> parts)
    {
        var lists = ListNames.ToDictionary(name => name, _ => new List<ReadOnlyMemory<byte>>(), StringComparer.Ordinal);
        foreach (var part in parts)
        {
            TakeApart(lists, part);
        }

        return Read(builtOn, lists);
    }

    /// <summary>A bundle that was kept as one document, perhaps by an older program that knew fewer lists.</summary>
    /// <exception cref="JsonException">No such document.</exception>
    public static ContentBundle FromWhole(byte[] bytes)
    {
        var lists = ListNames.ToDictionary(name => name, _ => new List<ReadOnlyMemory<byte>>(), StringComparer.Ordinal);
        return Read(TakeApart(lists, bytes) ?? throw new JsonException("A bundle without the day it was built on."), lists);
    }

    private static IReadOnlyList<string> ListNames { get; } =
        [.. DomainJson.Default.ContentBundle.Properties.Where(property => property.PropertyType != typeof(DateOnly)).Select(property => property.Name)];

    private static string IdOf(JsonElement item) =>
        item.TryGetProperty("id", out var id) || item.TryGetProperty("language", out id)
            ? id.GetString()!
            : throw new InvalidOperationException("An item of content has neither 'id' nor 'language' to be named by.");

    private static byte[] Write(string list, JsonElement item)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray(list);
            item.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static DateOnly? TakeApart(Dictionary<string, List<ReadOnlyMemory<byte>>> lists, byte[] bytes)
    {
        try
        {
            return AddItems(lists, bytes);
        }
        catch (InvalidOperationException failure)
        {
            // What the reader throws for text that is no UTF-8.
            throw new JsonException("Not UTF-8.", failure);
        }
    }

    /// <returns>The day that the document was built on, when it says so.</returns>
    private static DateOnly? AddItems(Dictionary<string, List<ReadOnlyMemory<byte>>> lists, byte[] bytes)
    {
        try
        {
            return AddItemsOf(bytes, lists);
        }
        catch (InvalidOperationException failure)
        {
            // How the reader refuses a name or a day that is not UTF-8.
            throw new JsonException("A text in the bundle cannot be read.", failure);
        }
    }

    private static DateOnly? AddItemsOf(byte[] bytes, Dictionary<string, List<ReadOnlyMemory<byte>>> lists)
    {
        DateOnly? builtOn = null;
        var json = new Utf8JsonReader(bytes);
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            if (name == "builtOn" && json.TokenType == JsonTokenType.String)
            {
                builtOn = DateOnly.TryParse(json.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var day)
                    ? day
                    : throw new JsonException("The day that it was built on is not a date.");
            }
            else if (lists.TryGetValue(name, out var items) && json.TokenType == JsonTokenType.StartArray)
            {
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)json.TokenStartIndex;
                    json.Skip();
                    items.Add(bytes.AsMemory(start..(int)json.BytesConsumed));
                }
            }
            else
            {
                json.Skip();
            }
        }

        // Reads to the end, so that anything behind the document is found.
        while (json.Read())
        {
        }

        return builtOn;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token)
        {
            throw new JsonException($"Expected {token}.");
        }
    }

    private static ContentBundle Read(DateOnly builtOn, Dictionary<string, List<ReadOnlyMemory<byte>>> lists)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteString("builtOn", builtOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            foreach (var (name, items) in lists)
            {
                json.WriteStartArray(name);
                foreach (var item in items)
                {
                    json.WriteRawValue(item.Span, skipInputValidation: true);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return JsonSerializer.Deserialize(bytes.WrittenSpan, DomainJson.Default.ContentBundle)
            ?? throw new JsonException("The bundle is empty.");
    }
}
