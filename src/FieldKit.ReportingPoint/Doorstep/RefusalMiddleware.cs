namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>Turns what the framework refuses, and what fails here, into the same kind of answer as our own refusals.</summary>
internal sealed class RefusalMiddleware(RequestDelegate next, ILogger<RefusalMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException refused) when (!context.Response.HasStarted)
        {
            await OfStatus(refused.StatusCode).ExecuteAsync(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // The kind and place of a failure, not its message, and the route, not the address: both may quote what was sent.
            log.LogError("A request to {Route} failed: {Failure}\n{Trace}", RouteOf(context), failure.GetType(), failure.StackTrace);
            await Refusal.Failed.ExecuteAsync(context);
        }
    }

    private static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";

    private static Refusal OfStatus(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => Refusal.TooSlow,
        StatusCodes.Status413PayloadTooLarge => Refusal.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => Refusal.OtherMediaType,
        _ => Refusal.Malformed,
    };
}
