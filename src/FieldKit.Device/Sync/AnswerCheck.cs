using FieldKit.Device.Enrolment;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>Whether an answer may be believed: it fits the request, and its receipt is signed by the pinned key over the very bytes sent.</summary>
internal sealed class AnswerCheck(IDeviceKeys keys)
{
    public async ValueTask<bool> IsTrueAsync(
        EnrolledDevice enrolled, ExchangeRequest request, IReadOnlyList<OutboxItem> batch, Frame<ExchangeResponse> answer) =>
        FitsRequest(request, answer.Header)
        && await IsSignedAsync(enrolled, batch, answer.Header)
        && await IsRevocationTrueAsync(enrolled, answer.Header);

    private static bool FitsRequest(ExchangeRequest request, ExchangeResponse answer) =>
        answer.Outcomes.Count == request.Envelopes.Count
        && answer.Outcomes.Zip(request.Envelopes).All(pair => pair.First.Id == pair.Second.Id)
        && answer.Outcomes.All(outcome => outcome.Sequence is null != outcome.Refusal is null)
        && (answer.Instance != request.Instance || AreInOrder(request.Cursor, answer));

    private static bool AreInOrder(long cursor, ExchangeResponse answer)
    {
        foreach (var message in answer.Messages)
        {
            if (message.Sequence <= cursor)
            {
                return false;
            }

            cursor = message.Sequence;
        }

        return answer.Cursor == cursor;
    }

    private async ValueTask<bool> IsRevocationTrueAsync(EnrolledDevice enrolled, ExchangeResponse answer) =>
        answer.Revocation is not { } revocation || await keys.VerifyAsync(
            enrolled.Keys.SigningPublicKey, SignedRevocation.Statement(answer.Instance, enrolled.Device, revocation.At), revocation.Signature);

    private async ValueTask<bool> IsSignedAsync(EnrolledDevice enrolled, IReadOnlyList<OutboxItem> batch, ExchangeResponse answer)
    {
        var received = batch.Zip(answer.Outcomes)
            .Where(pair => pair.Second.Sequence is not null)
            .Select(pair => (pair.Second.Id, pair.Second.Sequence!.Value, pair.First.Digest))
            .ToList();
        return received.Count == 0
            || (answer.Receipt is not null && await keys.VerifyAsync(
                enrolled.Keys.SigningPublicKey,
                Receipt.Statement(answer.Instance, enrolled.Device, answer.ServerTime, received),
                answer.Receipt));
    }
}
