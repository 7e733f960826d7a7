using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FieldKit.Content.Tests.Schemas;

/// <summary>Judges by the keywords of draft 7 that the published schemas use, and refuses a schema that uses others.</summary>
internal sealed class JsonSchemaValidator(JsonObject root)
{
    private static readonly string[] Known =
    [
        "$schema", "title", "description", "definitions", "$ref", "type", "properties", "required", "additionalProperties", "propertyNames",
        "items", "enum", "anyOf", "allOf", "pattern", "minLength", "minimum",
    ];

    public IReadOnlyList<string> Problems(JsonNode? value) => [.. Check(root, value, "")];

    private IEnumerable<string> Check(JsonNode schema, JsonNode? value, string path)
    {
        if (schema is JsonValue allowed)
        {
            return allowed.GetValue<bool>() ? [] : [$"{path}: is not allowed"];
        }

        var rules = schema.AsObject();
        return rules.SelectMany(rule => Check(rules, rule.Key, rule.Value!, value, path));
    }

    private IEnumerable<string> Check(JsonObject rules, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "type" => IsA(rule.GetValue<string>(), value) ? [] : [$"{path}: is no {rule}"],
        "$ref" => Check(root["definitions"]![rule.GetValue<string>().Split('/')[^1]]!, value, path),
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path}: is not one of {rule.ToJsonString()}"],
        "pattern" => value is not JsonValue || !IsA("string", value) || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>()) ? [] : [$"{path}: does not look like {rule}"],
        "minLength" => !IsA("string", value) || value!.GetValue<string>().Length >= rule.GetValue<int>() ? [] : [$"{path}: is too short"],
        "minimum" => !IsA("integer", value) || value!.GetValue<long>() >= rule.GetValue<int>() ? [] : [$"{path}: is too small"],
        "required" when value is JsonObject map => rule.AsArray().Select(key => key!.GetValue<string>()).Where(key => !map.ContainsKey(key)).Select(key => $"{path}: misses {key}"),
        "properties" when value is JsonObject map => rule.AsObject().Where(one => map.ContainsKey(one.Key)).SelectMany(one => Check(one.Value!, map[one.Key], $"{path}/{one.Key}")),
        "additionalProperties" when value is JsonObject map => map.Where(one => !rules["properties"]!.AsObject().ContainsKey(one.Key)).SelectMany(one => Check(rule, one.Value, $"{path}/{one.Key}")),
        "propertyNames" when value is JsonObject map => map.SelectMany(one => Check(rule, one.Key, $"{path}/{one.Key}")),
        "items" when value is JsonArray list => list.SelectMany((item, index) => Check(rule, item, $"{path}/{index}")),
        "allOf" => rule.AsArray().SelectMany(one => Check(one!, value, path)),
        "anyOf" => rule.AsArray().Any(one => !Check(one!, value, path).Any()) ? [] : [$"{path}: fits none of the ways"],
        _ => Known.Contains(keyword) ? [] : throw new NotSupportedException($"This test does not know the keyword '{keyword}'."),
    };

    private static bool IsA(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "integer" => value is JsonValue number && number.TryGetValue<long>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        _ => throw new NotSupportedException($"This test does not know the type '{type}'."),
    };
}
