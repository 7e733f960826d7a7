namespace FieldKit.ReportingPoint.Audit;

internal static class AuditFeature
{
    /// <summary>After the storage: it writes as soon as the tables are there.</summary>
    public static void AddAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddHostedService<InstanceEntry>();
    }
}
