using System.Text.Json.Serialization;

namespace FieldKit.Protocol;

/// <summary>RFC 9457 problem details with FieldKit's code.</summary>
/// <param name="Code">One of <see cref="Refusals"/>.</param>
public sealed record Problem(string Type, string Title, int Status, string Code);

/// <summary>The manifest of a signed content bundle; signs UTF-8 "fieldkit-content-1\n{sequence}\n{validUntil:yyyy-MM-dd}\n{sha256 hex}\n".</summary>
/// <param name="Sha256">Of the bundle's bytes as served, before any transfer compression.</param>
public sealed record ContentManifest(long Sequence, DateOnly ValidUntil, byte[] Sha256, byte[] Signature)
{
    public static byte[] Statement(long sequence, DateOnly validUntil, byte[] sha256) =>
        System.Text.Encoding.UTF8.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"fieldkit-content-1\n{sequence}\n{validUntil:yyyy-MM-dd}\n{Convert.ToHexStringLower(sha256)}\n"));
}

/// <summary>Every member is written, also when null, and must be there when read; unknown members are passed over.</summary>
[JsonSourceGenerationOptions(
    // The generated fast path writes bytes that are null as an empty string.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ExchangeRequest))]
[JsonSerializable(typeof(ExchangeResponse))]
[JsonSerializable(typeof(EnrolmentRequest))]
[JsonSerializable(typeof(EnrolmentResponse))]
[JsonSerializable(typeof(ReportingPointKeys))]
[JsonSerializable(typeof(ContentManifest))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(StaffSession))]
[JsonSerializable(typeof(StaffKeyring))]
[JsonSerializable(typeof(IReadOnlyList<InboxItem>))]
[JsonSerializable(typeof(SealedSignal))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(ReportingPointSetup))]
public sealed partial class ProtocolJson : JsonSerializerContext;
