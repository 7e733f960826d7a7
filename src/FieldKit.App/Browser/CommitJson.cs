using System.Text.Json;
using System.Text.Json.Serialization;

namespace FieldKit.App.Browser;

/// <summary>One change as js/device.js takes it; the bytes of all changes follow beside it, in order.</summary>
/// <param name="Length">Null deletes.</param>
internal sealed record CommitChange(string Store, string Id, long ExpectedVersion, int? Length, string? Tier, string? Aad);

/// <summary>One record of a list as js/device.js gives it.</summary>
internal sealed record ListedRecord(string Id, long Version, int Length);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<CommitChange>))]
[JsonSerializable(typeof(List<ListedRecord>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class CommitJson : JsonSerializerContext
{
    public static string Write(List<CommitChange> changes) => JsonSerializer.Serialize(changes, Default.ListCommitChange);

    public static string Write(IReadOnlyList<string> ids) => JsonSerializer.Serialize(ids, Default.IReadOnlyListString);

    public static List<ListedRecord> Read(string parts) => JsonSerializer.Deserialize(parts, Default.ListListedRecord)!;
}
