using System.Text.Json.Serialization;
using FieldKit.Protocol;

namespace FieldKit.Desk.Keys;

/// <summary>An epoch key that was made in this browser.</summary>
/// <param name="Vouched">As in <see cref="NextEpoch"/>.</param>
/// <param name="Wraps">One for each reader that was named, in that order.</param>
public sealed record NewEpochKey(int Epoch, byte[] PublicKey, byte[] Vouched, IReadOnlyList<WrappedEpochKey> Wraps);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NewEpochKey))]
[JsonSerializable(typeof(IReadOnlyList<byte[]>))]
internal sealed partial class KeysJson : JsonSerializerContext;
