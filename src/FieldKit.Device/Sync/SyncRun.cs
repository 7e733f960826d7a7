using System.Text.Json;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>One run: as many exchanges, one after the other, as it takes.</summary>
/// <param name="careful">The last run did not get through.</param>
/// <param name="progress">Called when it is known how much there is to send, and after each exchange.</param>
internal sealed class SyncRun(
    Outbox.Outbox outbox, IReportingPoint reportingPoint, TimeProvider time, bool careful, Action<SyncProgress> progress)
{
    private readonly Portion portion = new(careful);
    private readonly AnswerCheck check = new(outbox.Keys);
    private readonly AnswerRecords records = new(outbox.Store);
    private readonly HashSet<string> postponed = [];
    private int received;
    private int quarantined;
    private int messages;
    private bool restarted;

    public long OfferedContent { get; private set; }

    public bool ChangedOutbox { get; private set; }

    public SyncOutcome Outcome(SyncResult result) => new(result, received, quarantined, messages);

    public async ValueTask<SyncResult> ExchangeAllAsync(EnrolledDevice enrolled, long contentSequence, CancellationToken cancellation)
    {
        var position = await ReadPositionAsync(enrolled);
        var batches = new OutboxBatches(outbox.Store, await outbox.Store.ListStampsAsync(Outbox.Outbox.StoreName), portion);
        Tell(batches);
        while (true)
        {
            var batch = await batches.NextAsync();
            var request = new ExchangeRequest(position.Cursor, position.Instance, contentSequence, [.. batch.Select(item => item.Envelope.Header)]);
            Frame<ExchangeResponse>? answer;
            var asked = time.GetTimestamp();
            try
            {
                answer = await ExchangeAsync(enrolled, request, batch, cancellation);
            }
            catch (ReportingPointRefusedException refusal) when (refusal.Code == Refusals.TooLarge && batch.Count > 0)
            {
                if (batches.TrySmaller(batch))
                {
                    continue;
                }

                await records.QuarantineAsync(batch[0], time.GetUtcNow(), refusal.Code);
                (quarantined, ChangedOutbox) = (quarantined + 1, true);
                continue;
            }

            if (!await check.IsTrueAsync(enrolled, request, batch, answer))
            {
                return SyncResult.ReceiptInvalid;
            }

            var isRestored = answer.Header.Instance != position.Instance;
            if (isRestored && restarted)
            {
                // A reporting point is restored once in a while, not twice in one run.
                return SyncResult.ReceiptInvalid;
            }

            restarted |= isRestored;
            var applied = await records.ApplyAsync(enrolled.Device, position, batch, answer, isRestored);
            position = applied.Position;
            Count(applied, answer.Header);
            portion.Answered(time.GetElapsedTime(asked));
            Tell(batches);
            postponed.UnionWith(batch.Zip(answer.Header.Outcomes).Where(pair => pair.Second.Refusal == Refusals.TooMany).Select(pair => pair.First.Mark.Key.Id));
            if (isRestored || (batches.IsEmpty && !IsMoreComing(answer)))
            {
                // What was sealed meanwhile, but not what was put off: that waits for the next run.
                var rest = await outbox.Store.ListStampsAsync(Outbox.Outbox.StoreName);
                batches = new(outbox.Store, rest.Where(record => !postponed.Contains(record.Key.Id)), portion);
                if (!isRestored && batches.IsEmpty)
                {
                    return SyncResult.Done;
                }
            }
        }
    }

    private void Tell(OutboxBatches left) => progress(new(received, received + left.Count));

    private static bool IsMoreComing(Frame<ExchangeResponse> answer) => answer.Header.More && answer.Header.Messages.Count > 0;

    private async ValueTask<Frame<ExchangeResponse>> ExchangeAsync(
        EnrolledDevice enrolled, ExchangeRequest request, IReadOnlyList<OutboxItem> batch, CancellationToken cancellation)
    {
        var frame = ExchangeFrame.Write(request, [.. batch.Select(item => item.Envelope.Sealed)]);
        var answering = reportingPoint.ExchangeAsync(enrolled.Device, enrolled.Token, frame, cancellation);
        foreach (var item in batch)
        {
            // The receipt is over these: computed while it is under way.
            _ = item.Digest;
        }

        var bytes = await answering;
        try
        {
            return ExchangeFrame.ReadResponse(bytes);
        }
        catch (MalformedFrameException failure)
        {
            // A sign-in page of a network, or a proxy's own words: as good as no answer.
            throw new ReportingPointUnreachableException(cause: failure);
        }
    }

    private void Count(AppliedAnswer applied, ExchangeResponse header)
    {
        received += applied.Received;
        quarantined += applied.Quarantined;
        messages += applied.Messages;
        ChangedOutbox |= applied.Received + applied.Quarantined + applied.Messages + applied.OfferedAgain > 0;
        OfferedContent = header.ContentSequence;
    }

    private async ValueTask<StoredPosition> ReadPositionAsync(EnrolledDevice enrolled)
    {
        var record = await outbox.Store.ReadAsync(SyncPosition.Key, KeyTier.Device);
        var position = record is null ? null : JsonSerializer.Deserialize(record.Plaintext, DeviceJson.Default.SyncPosition);
        return new(position?.Cursor ?? 0, position?.Instance ?? enrolled.Keys.Instance, record?.Version ?? 0);
    }
}
