using FieldKit.ReportingPoint.Storage;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Doorstep;

internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", async (ReportingPointDb db, CancellationToken cancellation) =>
            await db.ReportingPoint.AnyAsync(cancellation)
                ? Results.Text("ready")
                : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }
}
