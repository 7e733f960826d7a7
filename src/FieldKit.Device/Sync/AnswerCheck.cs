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

    /// <summary>The keys after the one that this device seals to, as far as each is vouched for by the one before it and signed by the pinned key.</summary>
    public async ValueTask<IReadOnlyList<NextEpoch>> SuccessorsAsync(EnrolledDevice enrolled, ExchangeResponse answer)
    {
        var believed = new List<NextEpoch>();
        var former = enrolled.Keys.EpochPublicKey;
        foreach (var next in answer.NextEpochs ?? [])
        {
            var statement = NextEpoch.Statement(enrolled.Municipality, next.Epoch, former, next.PublicKey);
            if (next.Epoch != enrolled.Keys.Epoch + believed.Count + 1
                || !await keys.VerifyAsync(former, statement, next.Vouched)
                || !await keys.VerifyAsync(enrolled.Keys.SigningPublicKey, statement, next.Signed))
            {
                // Its own key is as good as it was: what is sealed to it is read by whoever has it.
                break;
            }

            believed.Add(next);
            former = next.PublicKey;
        }

        return believed;
    }

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
