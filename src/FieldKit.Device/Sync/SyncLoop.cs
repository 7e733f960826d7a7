using FieldKit.Device.Content;
using FieldKit.Device.Store;

namespace FieldKit.Device.Sync;

/// <summary>Sends what waits and fetches what came, whenever there is a reason or the timer says so. Never gives up.</summary>
/// <param name="content">Updated after an exchange that announces a newer bundle.</param>
public sealed class SyncLoop(
    Outbox.Outbox outbox,
    Enrolment.Enrolment enrolment,
    IReportingPoint reportingPoint,
    TimeProvider time,
    ISyncLock gate,
    ContentLibrary? content = null)
{
    /// <summary>A longer Retry-After than this is a mistake or malice; the outbox is not held up by it.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly Backoff backoff = new(Random.Shared.NextDouble);
    private TaskCompletionSource wake = new();

    public SyncStatus Status { get; private set; } = new(SyncState.Idle, null, null);

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
            return outcome;
        }
        finally
        {
            Show(new(StateAfter(outcome), null, outcome));
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
        var run = new SyncRun(outbox, reportingPoint, time, careful, progress => Show(Status with { Progress = progress }));
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
