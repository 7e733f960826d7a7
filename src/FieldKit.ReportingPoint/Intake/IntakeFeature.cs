using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Intake;

/// <summary>Where devices come in: once to enrol, then to exchange.</summary>
internal static class IntakeFeature
{
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EnrolmentCodes>();
        builder.Services.AddScoped<DeviceEnrolment>();
        builder.Services.AddSingleton<ExchangeLimits>();
        builder.Services.AddSingleton<DeviceDoor>();
        builder.Services.AddSingleton<Readmission>();
        builder.Services.AddSingleton<EnvelopeRules>();
        builder.Services.AddSingleton<Receipts>();
        builder.Services.AddSingleton<EnvelopeStore>();
        builder.Services.AddSingleton<MessageBox>();
        builder.Services.AddSingleton<Exchange>();
        builder.Services.AddHostedService<DemoCode>();
    }

    public static void MapIntake(this WebApplication app)
    {
        app.MapPost("/api/v1/enrolment", (HttpRequest request, DeviceEnrolment enrolment) => enrolment.AnswerAsync(request))
            .RequireRateLimiting(RateLimits.Enrolment);
        app.MapPost("/api/v1/exchange", (HttpRequest request, Exchange exchange) => exchange.AnswerAsync(request));
    }
}
