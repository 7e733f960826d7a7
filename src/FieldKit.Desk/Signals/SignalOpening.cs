using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FieldKit.Crypto;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>Opens a signal and its answers. What does not open stays closed and is said so; nothing is sent or changed.</summary>
public sealed class SignalOpening(IDeskKeys keys)
{
    /// <summary>A small body may not unfold into a large one.</summary>
    private const int ReadableBytes = 1024 * 1024;

    /// <param name="evenWithdrawn">Somebody asked for it: a withdrawn signal otherwise stays shut, but for the reason.</param>
    public async Task<OpenedSignal> OpenAsync(SealedSignal signal, string municipality, bool evenWithdrawn = false)
    {
        var isShut = signal.Item.WithdrawnAt is not null && !evenWithdrawn;
        var answers = new List<OpenedAnswer>();
        foreach (var answer in signal.Answers)
        {
            answers.Add(new(answer, isShut ? null : await OpenAnswerAsync(signal, answer)));
        }

        var followUps = new List<OpenedFollowUp>();
        foreach (var followUp in signal.FollowUps)
        {
            var stays = isShut && followUp.Header.Kind != EnvelopeKinds.Withdrawal;
            followUps.Add(new(followUp, stays ? null : await OpenFollowUpAsync(signal, followUp, municipality)));
        }

        return new(signal, isShut ? null : await OpenSignalAsync(signal, municipality), answers, followUps, isShut);
    }

    private async Task<SignalDocument?> OpenSignalAsync(SealedSignal signal, string municipality)
    {
        var header = signal.Header;
        if (header.Id != signal.Item.Id || header.Municipality != municipality)
        {
            return null;
        }

        var document = await OpenAsync(
            () => keys.OpenSignalAsync(header.Epoch, signal.DevicePublicKey, header.AssociatedData(signal.Device), signal.Sealed),
            DomainJson.Default.SignalDocument);
        var agrees = document is not null
            && document.Id == header.Id
            && document.Municipality == header.Municipality
            && document.Form == header.Form
            && document.FormVersion == header.FormVersion
            && document.Answers is not null
            && document.Path is not null;
        return agrees ? document : null;
    }

    private async Task<FollowUpDocument?> OpenFollowUpAsync(SealedSignal signal, SealedFollowUp followUp, string municipality)
    {
        var header = followUp.Header;
        if (header.About != signal.Item.Id || header.Municipality != municipality)
        {
            return null;
        }

        try
        {
            var document = await OpenAsync(
                () => keys.OpenSignalAsync(header.Epoch, signal.DevicePublicKey, header.AssociatedData(signal.Device), followUp.Sealed),
                DomainJson.Default.FollowUpDocument);
            return document?.Id == header.Id && document.About == header.About ? document : null;
        }
        catch (DeskRefusedException)
        {
            // Sealed in an epoch that this staff member has no key of: the signal itself may still be read.
            return null;
        }
    }

    private async Task<AnswerDocument?> OpenAnswerAsync(SealedSignal signal, SentAnswer answer)
    {
        var header = MessageHeader.AssociatedData(answer.Id, signal.Item.Id, signal.Header.Municipality, answer.Epoch, signal.Device);
        try
        {
            var document = await OpenAsync(
                () => keys.OpenAnswerAsync(answer.Epoch, header, answer.SealedForDesk),
                DomainJson.Default.AnswerDocument);
            return document?.Id == answer.Id && document.About == signal.Item.Id ? document : null;
        }
        catch (DeskRefusedException)
        {
            // Sealed in an epoch that this staff member has no key of: the signal itself may still be read.
            return null;
        }
    }

    private static async Task<T?> OpenAsync<T>(Func<ValueTask<byte[]>> open, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(SealedText.Unpack(await open(), ReadableBytes), type);
        }
        catch (Exception failure) when (failure is SealBrokenException or InvalidDataException or JsonException)
        {
            return null;
        }
    }
}
