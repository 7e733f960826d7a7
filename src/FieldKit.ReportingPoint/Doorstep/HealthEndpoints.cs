using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Doorstep;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).WithTags(Tags.Health).Described("live", "Whether the program runs.").GivesBytes("text/plain");
        app.MapGet("/health/ready", async (ReportingPointDb db, CancellationToken cancellation) =>
            await AnswersAsync(db, cancellation)
                ? Results.Text("ready")
                : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable))
            .WithTags(Tags.Health)
            .Described("ready", "Whether it can take work: its database answers.")
            .GivesBytes("text/plain")
            .GivesBytes("text/plain", StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> AnswersAsync(ReportingPointDb db, CancellationToken cancellation)
    {
        try
        {
            return await db.ReportingPoint.AnyAsync(cancellation);
        }
        catch (Exception failure) when (DatabaseFailure.Is(failure))
        {
            return false;
        }
    }
}
