using System.Globalization;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>Too many for now, and in how many seconds again.</summary>
internal sealed record RetryLater(TimeSpan Wait) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Refusal.TooMany.ExecuteAsync(httpContext);
    }
}
