namespace FieldKit.ReportingPoint.Retention;

/// <summary>When it is time to clear. Every node does; whoever comes second finds nothing left.</summary>
internal sealed class RetentionTimer(RetentionRun run, TimeProvider clock, ILogger<RetentionTimer> log) : BackgroundService
{
    /// <summary>Devices that waited for this reporting point come first.</summary>
    public static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan Between = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = AfterStart; ; pause = Between)
        {
            await Task.Delay(pause, clock, stoppingToken);
            try
            {
                await run.ClearAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it was: signals come in and are read without this, so it must not stop the program.
                log.LogWarning("Clearing what its term has passed for is put off: {Failure}", failure.GetType());
            }
        }
    }
}
