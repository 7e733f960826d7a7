using System.Text.Json;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Outbox;
using FieldKit.Device.Store;
using FieldKit.Device.Vault;
using FieldKit.Protocol;

namespace FieldKit.Device.Sync;

/// <summary>One run: as many exchanges, one after the other, as it takes.</summary>
/// <param name="careful">The last run did not get through.</param>
/// <param name="revocation">Told when the reporting point has shut this device out.</param>
/// <param name="progress">Called when it is known how much there is to send, and after each exchange.</param>
internal sealed class SyncRun(
    Outbox.Outbox outbox, Enrolment.Enrolment enrolment, IReportingPoint reportingPoint, TimeProvider time, bool careful, Action<SyncProgress> progress, Revocation? revocation)
{
    private readonly Portion portion = new(careful);
    private readonly AnswerCheck check = new(outbox.Keys);
    private readonly AnswerRecords records = new(outbox.Store);
    private readonly HashSet<string> postponed = [];
    private int received;
    private int quarantined;
    private int messages;
    private bool restarted;
    private EnrolledDevice? admitted;

    public long OfferedContent { get; private set; }

    public bool ChangedOutbox { get; private set; }

    /// <summary>By the reporting point's clock, in the last answer that was believed.</summary>
    public DateTimeOffset? Heard { get; private set; }

    public SyncOutcome Outcome(SyncResult result) => new(result, received, quarantined, messages);

    public async ValueTask<SyncResult> ExchangeAllAsync(EnrolledDevice enrolled, long contentSequence, CancellationToken cancellation)
    {
        var position = await ReadPositionAsync(enrolled);
        var batches = new OutboxBatches(outbox.Store, await outbox.Store.ListStampsAsync(Outbox.Outbox.StoreName), portion);
        Tell(batches);
        var epochKey = KeyFingerprint.Of(enrolled.Keys.EpochPublicKey);
        while (true)
        {
            var (batch, damaged) = await batches.NextAsync();
            await SetAsideAsync(damaged, OutboxRefusals.Damaged);
            var request = new ExchangeRequest(position.Cursor, position.Instance, contentSequence, [.. batch.Select(item => item.Envelope.Header)], enrolled.Keys.Epoch, epochKey);
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

                await SetAsideAsync([batch[0].Mark], refusal.Code);
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
            PutOff(batch, answer.Header);
            var applied = await records.ApplyAsync(enrolled.Device, position, batch, answer, isRestored, postponed);
            position = applied.Position;
            if (admitted!.TokenStep > enrolled.TokenStep)
            {
                await enrolment.AdmittedAsync(admitted);
            }

            Heard = answer.Header.ServerTime;
            if (await check.SuccessorsAsync(enrolled, answer.Header) is { Count: > 0 } next)
            {
                await enrolment.SucceedAsync(enrolled, next);
            }

            if (answer.Header.Revocation is { } word && revocation is not null)
            {
                await revocation.NoteAsync(enrolled, word.At);
            }

            Count(applied, answer.Header);
            portion.Answered(time.GetElapsedTime(asked));
            Tell(batches);
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

    private async ValueTask SetAsideAsync(IReadOnlyList<RecordStamp> marks, string refusal)
    {
        foreach (var mark in marks)
        {
            try
            {
                await records.QuarantineAsync(mark, time.GetUtcNow(), refusal);
                (quarantined, ChangedOutbox) = (quarantined + 1, true);
            }
            catch (StaleRecordException)
            {
                // Taken back by the writer at this moment: it is a draft again.
            }
        }
    }

    private void Tell(OutboxBatches left) => progress(new(received, received + left.Count));

    private static bool IsMoreComing(Frame<ExchangeResponse> answer) => answer.Header.More && answer.Header.Messages.Count > 0;

    private async ValueTask<Frame<ExchangeResponse>> ExchangeAsync(
        EnrolledDevice enrolled, ExchangeRequest request, IReadOnlyList<OutboxItem> batch, CancellationToken cancellation)
    {
        var frame = ExchangeFrame.Write(request, [.. batch.Select(item => item.Envelope.Sealed)]);
        var answering = LetInAsync(enrolled, frame, cancellation);
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

    private async ValueTask<byte[]> LetInAsync(EnrolledDevice enrolled, byte[] frame, CancellationToken cancellation)
    {
        var shown = admitted ?? enrolled;
        for (var token = shown.Token; ;)
        {
            try
            {
                var answer = await reportingPoint.ExchangeAsync(shown.Device, token, frame, cancellation);
                admitted = shown;
                return answer;
            }
            catch (ReportingPointRefusedException refusal) when (refusal.Code == Refusals.NotEnrolled)
            {
                if (await enrolment.OtherTokenAsync(shown) is not { } other)
                {
                    throw;
                }

                (shown, token) = (other, other.TokenWithAdmission);
            }
        }
    }

    /// <summary>Not now is not never. Nor is what is about a signal that has to wait: that could not be known there.</summary>
    private void PutOff(IReadOnlyList<OutboxItem> batch, ExchangeResponse answer)
    {
        foreach (var (item, outcome) in batch.Zip(answer.Outcomes))
        {
            if (outcome.Refusal == Refusals.TooMany
                || (outcome.Refusal == Refusals.SignalUnknown && item.Envelope.Header.About is { } about && postponed.Contains(about.ToString("D"))))
            {
                postponed.Add(item.Mark.Key.Id);
            }
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
