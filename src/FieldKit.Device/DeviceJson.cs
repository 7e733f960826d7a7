using System.Text.Json.Serialization;
using FieldKit.Device.Contacts;
using FieldKit.Device.Content;
using FieldKit.Device.Drafts;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Retention;
using FieldKit.Device.Sync;
using FieldKit.Device.Unsent;

namespace FieldKit.Device;

/// <summary>Source-generated JSON of the records that only this device reads.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Draft))]
[JsonSerializable(typeof(OwnContact))]
[JsonSerializable(typeof(EnrolledDevice))]
[JsonSerializable(typeof(PendingEnrolment))]
[JsonSerializable(typeof(EnvelopeLabel))]
[JsonSerializable(typeof(KeptReceipt))]
[JsonSerializable(typeof(InboundMessage))]
[JsonSerializable(typeof(ReadableSignal))]
[JsonSerializable(typeof(ReadableAnswer))]
[JsonSerializable(typeof(FollowUpDraft))]
[JsonSerializable(typeof(ReadableFollowUp))]
[JsonSerializable(typeof(FadedSignal))]
[JsonSerializable(typeof(Ledger))]
[JsonSerializable(typeof(SyncPosition))]
[JsonSerializable(typeof(SyncLogEntry[]))]
[JsonSerializable(typeof(CarriedEnvelope))]
[JsonSerializable(typeof(UnsentDocument))]
[JsonSerializable(typeof(UnsentFileHeader))]
[JsonSerializable(typeof(KeptContent))]
[JsonSerializable(typeof(FirstFormatContent))]
internal sealed partial class DeviceJson : JsonSerializerContext;
