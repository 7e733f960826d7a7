using FieldKit.Device.Content;
using FieldKit.Device.Enrolment;
using FieldKit.Device.Retention;
using FieldKit.Device.Store;
using FieldKit.Device.Unsent;

namespace FieldKit.Device.Sync;

/// <summary>Sends what waits and fetches what came, whenever there is a reason or the timer says so. Never gives up.</summary>
/// <param name="content">Updated after an exchange that announces a newer bundle.</param>
/// <param name="sweep">Runs after an exchange: then it is known what time it is.</param>
/// <param name="revocation">Carried out after the exchange that tells of it.</param>
/// <param name="courier">Hands in what another device sealed, after this device's own.</param>
/// <param name="log">Is told how each run ended.</param>
public sealed class SyncLoop(
    Outbox.Outbox outbox,
    Enrolment.Enrolment enrolment,
    IReportingPoint reportingPoint,
    TimeProvider time,
    ISyncLock gate,
    ContentLibrary? content = null,
    Sweep? sweep = null,
    Revocation? revocation = null,
    Courier? courier = null,
    SyncLog? log = null)
{
    /// <summary>A longer Retry-After than this is a mistake or malice; the outbox is not held up by it.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly Backoff backoff = new(Random.Shared.NextDouble);
    private TaskCompletionSource wake = new();
    private DateTimeOffset? heard;

    public SyncStatus Status { get; private set; } = new(SyncState.Idle, null, null);

    /// <summary>The reporting point has shut this device out, as of the last run.</summary>
    public bool IsRevoked { get; private set; }

    /// <summary><see cref="Status"/> changed.</summary>
    public event Action? Changed;

    /// <summary>There is a reason to sync now: something queued, back online, resumed, the button. A requested Retry-After is still kept.</summary>
    public void Trigger() => wake.TrySetResult();

    /// <summary>Syncs until nothing waits and nothing more comes, or until something stands in the way.</summary>
    public async ValueTask<SyncOutcome> RunOnceAsync(CancellationToken cancellation = default)
    {
        await using var turn = await gate.TryEnterAsync();
        if (turn is null)
        {
            return new(SyncResult.Elsewhere);
        }

        Show(new(SyncState.Sending, null, Status.Last));
        var outcome = new SyncOutcome(SyncResult.Failed);
        try
        {
            outcome = await ExchangeAllAsync(cancellation);
            return outcome = await CarryAsync(outcome, cancellation);
        }
        finally
        {
            Show(new(StateAfter(outcome), null, outcome));
            await NoteAsync(outcome);
            await SweepAsync();
        }
    }

    /// <summary>Runs until cancelled: at once, on every trigger, and by the timer.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        outbox.Queued += Trigger;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
                await PauseAfterAsync(await TryOnceAsync(cancellation), cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Show(Status with { State = SyncState.Idle, WaitingUntil = null });
        }
        finally
        {
            outbox.Queued -= Trigger;
        }
    }

    /// <summary>Whatever the device's own storage throws must not end the loop: signals wait in it.</summary>
    private async ValueTask<SyncOutcome> TryOnceAsync(CancellationToken cancellation)
    {
        try
        {
            return await RunOnceAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new(SyncResult.Failed);
        }
    }

    private async ValueTask<SyncOutcome> ExchangeAllAsync(CancellationToken cancellation)
    {
        var careful = Status.Last?.Result == SyncResult.Offline;
        var run = new SyncRun(outbox, enrolment, reportingPoint, time, careful, progress => Show(Status with { Progress = progress }), revocation);
        try
        {
            if (await enrolment.CurrentAsync() is not { } enrolled)
            {
                return new(SyncResult.NotEnrolled);
            }

            var result = await run.ExchangeAllAsync(enrolled, content?.Sequence ?? 0, cancellation);
            if (result == SyncResult.Done && content is not null && run.OfferedContent > content.Sequence)
            {
                await content.UpdateAsync(cancellation);
            }

            return run.Outcome(result);
        }
        catch (ReportingPointUnreachableException failure)
        {
            return run.Outcome(SyncResult.Offline) with { RetryAfter = failure.RetryAfter };
        }
        catch (ReportingPointRefusedException refusal)
        {
            return run.Outcome(SyncResult.Refused) with { Refusal = refusal.Code };
        }
        catch (StaleRecordException)
        {
            // Another tab without Web Locks wrote meanwhile; nothing of ours was. The next run sees what it left.
            return run.Outcome(SyncResult.Elsewhere);
        }
        finally
        {
            if (run.ChangedOutbox)
            {
                outbox.NotifyChanged();
            }

            await AfterwardsAsync(run.Heard);
        }
    }

    /// <summary>However the run ended: what it heard holds.</summary>
    private async ValueTask AfterwardsAsync(DateTimeOffset? heard)
    {
        if (revocation is not null)
        {
            await revocation.CarryOutAsync();
        }

        if (heard is { } at)
        {
            await enrolment.HeardAsync(at);
        }

        IsRevoked = (await enrolment.CurrentAsync())?.RevokedAt is not null;
        this.heard = heard;
    }

    /// <summary>After the person has been shown what was received: clearing can wait, that cannot.</summary>
    private async ValueTask SweepAsync()
    {
        if (sweep is not null && heard is { } at)
        {
            heard = null;
            if (await sweep.RunAsync(at))
            {
                outbox.NotifyChanged();
            }
        }
    }

    /// <summary>A device that was shut out takes nothing new, not even this.</summary>
    private ValueTask NoteAsync(SyncOutcome outcome) => log is null || IsRevoked ? ValueTask.CompletedTask : log.NoteAsync(outcome);

    /// <summary>Whatever becomes of this device's own, and also when it has none.</summary>
    private async ValueTask<SyncOutcome> CarryAsync(SyncOutcome own, CancellationToken cancellation)
    {
        if (courier is null || own.Result == SyncResult.Offline)
        {
            return own;
        }

        try
        {
            return own with { Received = own.Received + await courier.DeliverAsync(cancellation) };
        }
        catch (ReportingPointUnreachableException failure)
        {
            return own with { Result = SyncResult.Offline, RetryAfter = own.RetryAfter ?? failure.RetryAfter };
        }
        catch (StaleRecordException)
        {
            return own;
        }
    }

    private async Task PauseAfterAsync(SyncOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.Result is SyncResult.Done or SyncResult.NotEnrolled)
        {
            backoff.Reset();
        }

        var pause = outcome.Result is SyncResult.Done or SyncResult.NotEnrolled ? backoff.Quiet() : backoff.Next();
        if (outcome.RetryAfter is { } asked)
        {
            // A timer, not a clock reading: setting the clock back or forth changes nothing.
            var obeyed = asked < LongestRetryAfter ? asked : LongestRetryAfter;
            Show(Status with { WaitingUntil = time.GetUtcNow() + obeyed });
            await Task.Delay(obeyed, time, cancellation);
            return;
        }

        Show(Status with { WaitingUntil = time.GetUtcNow() + pause });
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(wake.Task, Task.Delay(pause, time, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static SyncState StateAfter(SyncOutcome outcome) => outcome.Result switch
    {
        SyncResult.Offline => SyncState.Offline,
        SyncResult.ReceiptInvalid or SyncResult.Refused or SyncResult.Failed => SyncState.WaitingUntil,
        _ => SyncState.Idle,
    };

    private void Show(SyncStatus status)
    {
        Status = status;
        Changed?.Invoke();
    }
}
