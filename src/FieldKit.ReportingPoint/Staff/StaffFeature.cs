using FieldKit.Protocol;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Live;
using FieldKit.ReportingPoint.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>What the desk asks for. Everything is within the staff member's own municipality.</summary>
internal static class StaffFeature
{
    public static void AddStaff(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(DeskCookie.Configure);
        // The same name on every node, wherever it is installed: each must know the others' sessions.
        builder.Services.AddDataProtection().SetApplicationName("FieldKit");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>((options, folder, logs) =>
            options.XmlRepository = new FileSystemXmlRepository(Directory.CreateDirectory(folder.File("session-keys")), logs));
        builder.Services.AddScoped<CurrentStaff>();
        builder.Services.AddScoped<StaffSessions>();
        builder.Services.AddScoped<SignInTries>();
        builder.Services.AddScoped<SignIn>();
        builder.Services.AddScoped<SignalProgress>();
        builder.Services.AddScoped<InboxItems>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddLiveInbox();
        builder.Services.AddSingleton<StageMoves>();
        builder.Services.AddScoped<Answering>();
        builder.Services.AddScoped<NamePages>();
        builder.Services.AddScoped<DeviceRevocation>();
        builder.Services.AddScoped<Invitations>();
    }

    public static void UseStaff(this WebApplication app) => app.UseAuthentication();

    public static void MapStaff(this WebApplication app)
    {
        var staff = app.MapGroup("/api/v1/staff").AddEndpointFilter(OwnPagesOnly.Check);
        staff.MapPost("/session", (HttpRequest request, SignIn signIn) => signIn.InAsync(request)).RequireRateLimiting(RateLimits.SignIn);
        staff.MapDelete("/session", (HttpContext context, StaffSessions sessions) => sessions.EndAsync(context));

        var signedIn = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require());
        signedIn.MapGet("/session", (CurrentStaff current) => Results.Json(current.Session, ProtocolJson.Default.StaffSession));
        signedIn.MapDelete("/sessions", (HttpContext context, StaffSessions sessions) => sessions.EndAllAsync(context));
        signedIn.MapGet("/keyring", (CurrentStaff current) => Results.Bytes(current.Member.Keyring, "application/json"));

        // Their roles are checked within, where a refusal is written to the audit log.
        signedIn.MapPost("/content", (HttpRequest request, ContentUpload upload) => upload.PublishAsync(request));
        signedIn.MapPost("/devices/{id:guid}/revocation", (Guid id, DeviceRevocation devices) => devices.RevokeAsync(id))
            .AddEndpointFilter(LiveInbox.RingAfterwards);

        var readers = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require(StaffRoles.Readers)).AddEndpointFilter(LatestContent.Look);
        readers.MapGet("/inbox", (Inbox inbox) => inbox.ListAsync());
        readers.MapGet("/inbox/news", (HttpContext context, CurrentStaff current, InboxStream stream) => stream.OpenAsync(context, current));
        readers.MapGet("/signals/{id:guid}", (Guid id, Inbox inbox) => inbox.OpenAsync(id)).AddEndpointFilter(LiveInbox.RingAfterwards);
        readers.MapPost("/signals/{id:guid}/answers", (Guid id, HttpRequest request, Answering answering) => answering.AnswerAsync(id, request))
            .AddEndpointFilter(LiveInbox.RingAfterwards);
        readers.MapPost("/signals/{id:guid}/name-page", (Guid id, HttpRequest request, NamePages names) => names.OpenAsync(id, request));

        var administrators = staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require([StaffRoles.Administrator]));
        administrators.MapGet("/codes", (Invitations invitations) => invitations.ListAsync());
        administrators.MapPost("/codes", (HttpRequest request, Invitations invitations) => invitations.IssueAsync(request)).RequireRateLimiting(RateLimits.Codes);
        administrators.MapDelete("/codes/{name}", (string name, Invitations invitations) => invitations.WithdrawAsync(name));
        administrators.MapGet("/devices", (DeviceRevocation devices) => devices.ListAsync());
    }
}
