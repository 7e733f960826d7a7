using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Audit;

internal static class AuditFeature
{
    /// <summary>After the storage: it writes as soon as the tables are there.</summary>
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<AuditPages>();
        builder.Services.AddScoped<AuditNotes>();
        builder.Services.AddScoped<AuditCheckup>();
        builder.Services.AddSingleton<AuditCheckTurn>();
        builder.Services.AddHostedService<InstanceEntry>();
    }

    /// <param name="readers">Signed in with one of <see cref="StaffRoles.LogReaders"/>.</param>
    public static void MapAudit(this RouteGroupBuilder readers)
    {
        readers.MapGet("/audit", ([AsParameters] AuditQuestion asked, AuditPages pages) => pages.ListAsync(asked))
            .Described("audit", "A page of the municipality's lines of the audit log, the newest first.")
            .Gives(typeof(AuditPart))
            .Refuses(Refusal.Malformed);
        readers.MapPost("/audit/checks", (AuditCheckup checkup, CancellationToken cancellation) => checkup.CheckAsync(cancellation))
            .RequireRateLimiting(RateLimits.AuditChecks)
            .Described("checkAudit", "Goes through the whole audit log and says whether it hangs together. Noted.")
            .Gives(typeof(AuditCheck))
            .Refuses(Refusal.TooMany);
        readers.MapPost("/audit/exports", (HttpRequest request, AuditNotes notes) => notes.ExportAsync(request))
            .Described("exportAudit", "Notes that lines of the audit log leave the desk, which makes the file itself.")
            .Takes(typeof(AuditExportRequest))
            .GivesNothing()
            .Refuses(Refusal.Malformed);
    }
}
