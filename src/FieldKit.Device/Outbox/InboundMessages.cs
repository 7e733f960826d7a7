using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Device.Outbox;

/// <summary>Sealed answers that came in, perhaps while the vault was shut: opened once, then kept readable in the vault.</summary>
internal sealed class InboundMessages(ISealedStore store, IDeviceKeys keys, Enrolment.Enrolment enrolment)
{
    public const string StoreName = DeviceStores.Inbound;

    /// <summary>Opens what can be opened. A message that does not open stays as it came and is nobody's answer.</summary>
    public async ValueTask OpenAllAsync()
    {
        if (!keys.IsOpen)
        {
            throw new VaultLockedException();
        }

        if (await store.CountAsync(StoreName) == 0 || await enrolment.CurrentAsync() is not { } enrolled)
        {
            return;
        }

        foreach (var record in await store.ListAsync(StoreName, KeyTier.Device))
        {
            var message = JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.InboundMessage)!;
            if (await OpenAsync(message, enrolled) is { } answer)
            {
                await KeepAsync(record, message.Header, answer);
            }
        }
    }

    private async ValueTask<AnswerDocument?> OpenAsync(InboundMessage message, Enrolment.EnrolledDevice enrolled)
    {
        if (enrolled.EpochKey(message.Header.Epoch) is not { } sender)
        {
            return null;
        }

        try
        {
            var packed = await keys.OpenAsync(
                sender, Hpke.MessageInfo, message.Header.AssociatedData(enrolled.Device), message.Sealed);
            var answer = JsonSerializer.Deserialize(SealedText.Unpack(packed, Limits.SealedBytes), DomainJson.Default.AnswerDocument);
            return answer is not null && answer.Id == message.Header.Id && answer.About == message.Header.About ? answer : null;
        }
        catch (Exception failure) when (failure is SealBrokenException or InvalidDataException or JsonException)
        {
            return null;
        }
    }

    private async ValueTask KeepAsync(OpenedRecord record, MessageHeader header, AnswerDocument answer)
    {
        var readable = JsonSerializer.SerializeToUtf8Bytes(new ReadableAnswer(answer, header.Sequence), DeviceJson.Default.ReadableAnswer);
        var key = new RecordKey(Signals.AnswersStoreName, header.Id.ToString("D"));
        var changes = new List<SealedChange> { new(record.Key, record.Version, KeyTier.Device, null) };
        if (await store.ReadAsync(key, KeyTier.Vault) is null)
        {
            changes.Add(new(key, 0, KeyTier.Vault, readable));
        }

        try
        {
            await store.CommitAsync(changes);
        }
        catch (StaleRecordException)
        {
            // Another tab opened it first; its copy is the same.
        }
    }
}
