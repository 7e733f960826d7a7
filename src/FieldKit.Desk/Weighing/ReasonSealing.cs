using System.Text.Json;
using FieldKit.Crypto;
using FieldKit.Desk.Keys;
using FieldKit.Desk.Server;
using FieldKit.Domain;
using FieldKit.Domain.Signals;
using FieldKit.Protocol;

namespace FieldKit.Desk.Weighing;

/// <summary>Seals why somebody decided to the desk itself, bound to who says it and to what, and opens it again.</summary>
public sealed class ReasonSealing(IDeskKeys keys, TimeProvider clock)
{
    /// <summary>A small body may not unfold into a large one.</summary>
    private const int ReadableBytes = 64 * 1024;

    /// <param name="word"><see cref="Reason.Proposed"/> or one of <see cref="Verdicts"/>.</param>
    /// <returns>Sealed in the signal's own epoch: who can read the signal can read why it was decided on.</returns>
    public async Task<byte[]> SealAsync(SealedSignal signal, Guid proposal, string stage, string word, Guid staff, string text)
    {
        var document = new ReasonDocument(proposal, text.Trim(), clock.GetUtcNow());
        var header = Reason.AssociatedData(proposal, signal.Item.Id, signal.Header.Municipality, signal.Header.Epoch, stage, word, staff);
        return await keys.SealReasonAsync(signal.Header.Epoch, header, SealedText.Pack(JsonSerializer.SerializeToUtf8Bytes(document, DomainJson.Default.ReasonDocument)));
    }

    /// <summary>What does not open stays closed, and is said so where it is shown.</summary>
    public async Task<IReadOnlyList<OpenedDecision>> OpenAsync(SealedSignal signal)
    {
        var opened = new List<OpenedDecision>();
        foreach (var decision in signal.Decisions ?? [])
        {
            opened.Add(new(
                decision,
                await OpenAsync(signal, decision, Reason.Proposed, decision.Proposal),
                decision is { Verdict: { } word, Second: { } second } ? await OpenAsync(signal, decision, word, second) : null));
        }

        return opened;
    }

    private async Task<string?> OpenAsync(SealedSignal signal, SealedDecision decision, string word, SealedReason reason)
    {
        var header = Reason.AssociatedData(decision.Id, signal.Item.Id, signal.Header.Municipality, reason.Epoch, decision.Stage, word, reason.Staff);
        try
        {
            var packed = await keys.OpenReasonAsync(reason.Epoch, header, reason.Sealed);
            var document = JsonSerializer.Deserialize(SealedText.Unpack(packed, ReadableBytes), DomainJson.Default.ReasonDocument);
            return document?.Proposal == decision.Id ? document.Text : null;
        }
        catch (Exception failure) when (failure is SealBrokenException or DeskRefusedException or InvalidDataException or JsonException)
        {
            // Altered, or sealed in an epoch that this staff member has no key of: the signal itself may still be read.
            return null;
        }
    }
}
