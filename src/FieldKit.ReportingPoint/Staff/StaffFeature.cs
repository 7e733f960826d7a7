using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>What the desk asks for. Everything is within the staff member's own municipality.</summary>
internal static class StaffFeature
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(DeskCookie.Configure);
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((options, folder, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(folder.File("session-keys")), logs));
        builder.Services.AddScoped<CurrentStaff>();
        builder.Services.AddScoped<AuditLog>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddSingleton<StageMoves>();
        builder.Services.AddScoped<Answering>();
        builder.Services.AddScoped<DeviceRevocation>();
    }

    public static void UseStaff(this WebApplication app) => app.UseAuthentication();

    public static void MapStaff(this WebApplication app)
    {
        var staff = app.MapGroup("/api/v1/staff").AddEndpointFilter(OwnPagesOnly.Check);
        staff.MapPost("/session", (HttpRequest request, SignIn signIn) => signIn.InAsync(request)).RequireRateLimiting(RateLimits.SignIn);
        staff.MapDelete("/session", (HttpRequest request) => SignIn.OutAsync(request.HttpContext));

        var signedIn = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require());
        signedIn.MapGet("/session", (CurrentStaff current) => Results.Json(current.Session, ProtocolJson.Default.StaffSession));
        signedIn.MapGet("/keyring", (CurrentStaff current) => Results.Bytes(current.Member.Keyring, "application/json"));

        // Its role is checked within, where the refusal is written to the audit log.
        signedIn.MapPost("/content", (HttpRequest request, ContentUpload upload) => upload.PublishAsync(request));

        var readers = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require(StaffRoles.Readers));
        readers.MapGet("/inbox", (Inbox inbox) => inbox.ListAsync());
        readers.MapGet("/signals/{id:guid}", (Guid id, Inbox inbox) => inbox.OpenAsync(id));
        readers.MapPost("/signals/{id:guid}/answers", (Guid id, HttpRequest request, Answering answering) => answering.AnswerAsync(id, request));

        var administrators = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require([StaffRoles.Administrator]));
        administrators.MapPost("/devices/{id:guid}/revocation", (Guid id, DeviceRevocation revocation) => revocation.RevokeAsync(id));
    }
}
