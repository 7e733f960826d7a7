using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
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
            .RequireRateLimiting(RateLimits.Enrolment)
            .WithTags(Tags.Devices)
            .Described("enrol", "Turns a one-time code and a device's public key into an enrolled device.")
            .Takes(typeof(EnrolmentRequest))
            .Gives(typeof(EnrolmentResponse))
            .Refuses(Refusal.EnrolmentCodeUnknown, Refusal.EnrolmentCodeUsed, Refusal.EnrolmentCodeExpired, Refusal.EnrolmentCodeWithdrawn)
            .Refuses(Refusal.Conflict, Refusal.DeviceRevoked, Refusal.TooMany);
        app.MapPost("/api/v1/exchange", (HttpRequest request, Exchange exchange) => exchange.AnswerAsync(request))
            .WithTags(Tags.Devices)
            .Described("exchange", "Envelopes up; outcomes, a signed receipt and waiting messages down.")
            .Needs(SecuritySchemes.Device)
            .TakesBytes(Frame.ContentType)
            .GivesBytes(Frame.ContentType)
            .Refuses(Refusal.NotEnrolled, Refusal.VersionUnsupported, Refusal.TooMany)

            // It knows devices by their token and counts for itself: what is between here and the others' endpoints is not for it.
            .ShortCircuit();
    }
}
