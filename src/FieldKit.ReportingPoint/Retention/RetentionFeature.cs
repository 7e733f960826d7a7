namespace FieldKit.ReportingPoint.Retention;

/// <summary>Clears signals whose term has passed. After the content and the setup, which it works from.</summary>
internal static class RetentionFeature
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RetentionRun>();
        builder.Services.AddHostedService<RetentionTimer>();
    }
}
