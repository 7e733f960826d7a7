using System.Text.Json.Serialization;

namespace FieldKit.Protocol;

/// <summary>RFC 9457 problem details with FieldKit's code.</summary>
/// <param name="Code">One of <see cref="Refusals"/>.</param>
/// <param name="Versions">With <see cref="Refusals.VersionUnsupported"/>: those of the frame that are spoken there. Otherwise null; left out by reporting points from before it.</param>
public sealed record Problem(string Type, string Title, int Status, string Code, IReadOnlyList<int>? Versions = null);

/// <summary>
/// Every member is written, also when null, and must be there when read, but for those that were added to a frame later (they have a default
/// and are left out when null, so that old bytes stay what they are); unknown members are passed over.
/// </summary>
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
[JsonSerializable(typeof(ContentPartsRequest))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(SignInRequest))]
[JsonSerializable(typeof(StaffSession))]
[JsonSerializable(typeof(StaffKeyring))]
[JsonSerializable(typeof(RecoveryKeyring))]
[JsonSerializable(typeof(IReadOnlyList<WrappedEpochKey>))]
[JsonSerializable(typeof(StaffStartRequest))]
[JsonSerializable(typeof(PasswordAgain))]
[JsonSerializable(typeof(IssuedStart))]
[JsonSerializable(typeof(PasskeyOptions))]
[JsonSerializable(typeof(PasskeyAnswer))]
[JsonSerializable(typeof(NewPasskey))]
[JsonSerializable(typeof(IReadOnlyList<PasskeyItem>))]
[JsonSerializable(typeof(IReadOnlyList<ProviderItem>))]
[JsonSerializable(typeof(ProviderAddress))]
[JsonSerializable(typeof(ProviderAccount))]
[JsonSerializable(typeof(StaffMembers))]
[JsonSerializable(typeof(StartCode))]
[JsonSerializable(typeof(StartOffer))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(AccessRequest))]
[JsonSerializable(typeof(EpochKeys))]
[JsonSerializable(typeof(SuccessionRequest))]
[JsonSerializable(typeof(InboxPart))]
[JsonSerializable(typeof(IReadOnlyList<DeviceItem>))]
[JsonSerializable(typeof(CodesRequest))]
[JsonSerializable(typeof(IssuedCodes))]
[JsonSerializable(typeof(IReadOnlyList<OutstandingCode>))]
[JsonSerializable(typeof(SealedSignal))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(NamePageRequest))]
[JsonSerializable(typeof(ExportRequest))]
[JsonSerializable(typeof(TakeRequest))]
[JsonSerializable(typeof(EntryRequest))]
[JsonSerializable(typeof(MeetingEntries))]
[JsonSerializable(typeof(MinutesRequest))]
[JsonSerializable(typeof(ProposalRequest))]
[JsonSerializable(typeof(VerdictRequest))]
[JsonSerializable(typeof(DeskWork))]
[JsonSerializable(typeof(SystemState))]
[JsonSerializable(typeof(AuditPart))]
[JsonSerializable(typeof(AuditCheck))]
[JsonSerializable(typeof(AuditExportRequest))]
[JsonSerializable(typeof(ReportingPointSetup))]
public sealed partial class ProtocolJson : JsonSerializerContext;
