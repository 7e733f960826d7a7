using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FieldKit.Content.Reading;

namespace FieldKit.Content.Schemas;

/// <summary>JSON Schema, draft 7 (what editors complete from), with the keys explained in Dutch.</summary>
internal static class SchemaWriter
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(ContentSchema schema, MapShape shape)
    {
        var root = new JsonObject { ["$schema"] = Draft, ["title"] = schema.Title, ["description"] = schema.Files };
        foreach (var (key, value) in (schema.IsList ? ListOf(Map(shape)) : Map(shape)).ToList())
        {
            root[key] = value?.DeepClone();
        }

        root["definitions"] = new JsonObject { ["text"] = LocalText() };
        return root.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Map(MapShape shape)
    {
        var properties = new JsonObject();
        JsonNode others = false;
        foreach (var key in shape.Keys.GroupBy(key => key.Key))
        {
            var value = Described(key.Key, Any([.. key.Select(Value)]));
            if (key.Key == MapShape.AnyKey)
            {
                others = value;
            }
            else
            {
                properties[key.Key] = value;
            }
        }

        var map = new JsonObject { ["type"] = "object", ["properties"] = properties };
        var required = shape.Keys.Where(key => key is { Required: true, Key: not MapShape.AnyKey }).Select(key => (JsonNode)key.Key).ToArray();
        if (required.Length > 0)
        {
            map["required"] = new JsonArray(required);
        }

        map["additionalProperties"] = others;
        return map;
    }

    private static JsonObject Value(KeyShape key) => key.Kind switch
    {
        ValueKind.Text => Text(),
        ValueKind.LocalText => new() { ["$ref"] = "#/definitions/text" },
        ValueKind.Texts => ListOf(Text()),
        ValueKind.ListsOfTexts => ListOf(ListOf(Text())),
        ValueKind.Map => Map(key.Below),
        ValueKind.Maps => ListOf(Map(key.Below)),
        ValueKind.Flag => new() { ["type"] = "boolean" },
        ValueKind.Number => new() { ["type"] = "integer", ["minimum"] = 0 },
        ValueKind.Date => new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        ValueKind.Time => new() { ["type"] = "string", ["pattern"] = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$" },
        ValueKind.Choice => OneOf(key.Values),
        ValueKind.Choices => ListOf(OneOf(key.Values)),
        _ => throw new InvalidOperationException($"'{key.Kind}' has no schema."),
    };

    private static JsonObject Any(IReadOnlyList<JsonObject> ways) => ways.Count == 1 ? ways[0] : new() { ["anyOf"] = new JsonArray([.. ways]) };

    private static JsonObject Text() => new() { ["type"] = "string", ["minLength"] = 1 };

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject OneOf(IEnumerable<string> values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject LocalText() => new()
    {
        ["type"] = "object",
        ["description"] = "Dezelfde tekst per taal: nl moet, andere talen met hun twee letters erbij.",
        ["properties"] = new JsonObject { ["nl"] = Text(), ["en"] = Text() },
        ["required"] = new JsonArray("nl"),
        ["propertyNames"] = new JsonObject { ["pattern"] = "^[a-z]{2}$" },
        ["additionalProperties"] = Text(),
    };

    /// <summary>Draft 7 reads nothing beside a "$ref", so the reference goes one level down.</summary>
    private static JsonObject Described(string key, JsonObject value)
    {
        if (KeyExplanations.Of(key) is not { } explanation)
        {
            return value;
        }

        var described = value.ContainsKey("$ref") ? new JsonObject { ["allOf"] = new JsonArray(value) } : value;
        described.Insert(0, "description", explanation);
        return described;
    }
}
