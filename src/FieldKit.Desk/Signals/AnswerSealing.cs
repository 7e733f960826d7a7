using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Desk.Keys;
using FieldKit.Domain;
using FieldKit.Domain.Municipalities;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Signals;

/// <summary>Makes an answer: the document, sealed to the device that wrote and to the desk itself.</summary>
public sealed class AnswerSealing(IDeskKeys keys, TimeProvider clock)
{
    /// <param name="stage">The stage after this answer; the present one when it stays.</param>
    /// <param name="text">Plain text; blank means that only the stage moves.</param>
    /// <param name="links">Guides and contacts that go with it.</param>
    public async Task<AnswerRequest> SealAsync(SealedSignal signal, Stage stage, string text, AdviceLinks? links = null)
    {
        var now = clock.GetUtcNow();
        var answer = new AnswerDocument(
            Guid.CreateVersion7(now),
            signal.Item.Id,
            stage.Id,
            stage.Name,
            string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
            now,
            links);

        // The device pinned this epoch's key when it wrote, and knows the sender by it.
        var epoch = signal.Header.Epoch;
        var header = MessageHeader.AssociatedData(answer.Id, answer.About, signal.Header.Municipality, epoch, signal.Device);
        var plaintext = SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(answer, DomainJson.Default.AnswerDocument));
        var sealedAnswer = await keys.SealAnswerAsync(epoch, signal.DevicePublicKey, header, plaintext);
        return new(answer.Id, epoch, stage.Id, signal.Item.StageVersion, sealedAnswer.ForDevice, sealedAnswer.ForDesk);
    }
}
