using FieldKit.Protocol;
using FieldKit.ReportingPoint.Audit;
using FieldKit.ReportingPoint.Content;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Staff.Assignment;
using FieldKit.ReportingPoint.Staff.Live;
using FieldKit.ReportingPoint.Staff.Meetings;
using FieldKit.ReportingPoint.Staff.Passkeys;
using FieldKit.ReportingPoint.Staff.Providers;
using FieldKit.ReportingPoint.Staff.Related;
using FieldKit.ReportingPoint.Staff.State;
using FieldKit.ReportingPoint.Staff.Weighing;
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
        builder.Services.AddScoped<InboxPages>();
        builder.Services.AddScoped<Inbox>();
        builder.Services.AddLiveInbox();
        builder.Services.AddSingleton<StageMoves>();
        builder.Services.AddScoped<SealedAnswers>();
        builder.Services.AddScoped<Answering>();
        builder.Services.AddWeighing();
        builder.Services.AddAssignment();
        builder.Services.AddRelated();
        builder.Services.AddMeetings();
        builder.Services.AddState();
        builder.Services.AddScoped<SignalNotes>();
        builder.Services.AddScoped<DeviceRevocation>();
        builder.Services.AddScoped<Invitations>();
        builder.Services.AddScoped<PasswordCheck>();
        builder.Services.AddScoped<StartCodes>();
        builder.Services.AddHostedService<LostAdministrator>();
        builder.Services.AddScoped<Indispensable>();
        builder.Services.AddScoped<Members>();
        builder.Services.AddScoped<Starting>();
        builder.Services.AddScoped<KeyAccess>();
        builder.Services.AddScoped<KeySuccession>();
        builder.Services.AddPasskeys();
        builder.AddProviders();
    }

    public static void UseStaff(this WebApplication app)
    {
        app.UseProviders();
        app.UseAuthentication();
    }

    public static void MapStaff(this WebApplication app)
    {
        // It is made when it is first asked for.
        app.Services.GetRequiredService<NodeStart>();
        var staff = app.MapGroup("/api/v1/staff").WithTags(Tags.Staff).AddEndpointFilter(OwnPagesOnly.Check).Needs(SecuritySchemes.OwnPages).Refuses(Refusal.NotAllowed);
        staff.MapPost("/session", (HttpRequest request, SignIn signIn) => signIn.InAsync(request)).RequireRateLimiting(RateLimits.SignIn)
            .Described("signIn", "Begins a session.")
            .Takes(typeof(SignInRequest))
            .Gives(typeof(StaffSession))
            .Refuses(Refusal.SignInFailed, Refusal.TooMany);
        staff.MapDelete("/session", (HttpContext context, StaffSessions sessions) => sessions.EndAsync(context))
            .Described("signOut", "Ends this session; without one, nothing happens.")
            .GivesNothing();

        var signedIn = SignedIn(staff);
        signedIn.MapGet("/session", (CurrentStaff current) => Results.Json(current.Session, ProtocolJson.Default.StaffSession))
            .Described("session", "Who is signed in.")
            .Gives(typeof(StaffSession));
        signedIn.MapDelete("/sessions", (HttpContext context, StaffSessions sessions) => sessions.EndAllAsync(context))
            .Described("signOutEverywhere", "Ends all sessions of who is signed in.")
            .GivesNothing();
        signedIn.MapGet("/keyring", (CurrentStaff current) => Results.Bytes(current.Member.Keyring, "application/json"))
            .Described("keyring", "The member's own key and the epoch keys, as wrapped.")
            .Gives(typeof(StaffKeyring));

        // Their roles are checked within, where a refusal is written to the audit log.
        signedIn.MapPost("/content", (HttpRequest request, ContentUpload upload) => upload.PublishAsync(request))
            .Described("publishContent", "Publishes signed content; for an editor.")
            .TakesBytes(ContentFile.ContentType)
            .GivesNothing()
            .Refuses(ContentUpload.Refusals);
        signedIn.MapPost("/devices/{id:guid}/revocation", (Guid id, DeviceRevocation devices) => devices.RevokeAsync(id))
            .AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("revokeDevice", "Shuts a device out; for an administrator.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);

        var readers = SignedIn(staff, StaffRoles.Readers).AddEndpointFilter(LatestContent.Look);
        readers.MapGet("/inbox", ([AsParameters] InboxQuestion asked, InboxPages inbox) => inbox.ListAsync(asked))
            .Described("inbox", "A page of the signals of the municipality, without anything readable.")
            .Gives(typeof(InboxPart))
            .Refuses(Refusal.Malformed);
        readers.MapGet("/inbox/news", (HttpContext context, CurrentStaff current, InboxStream stream) => stream.OpenAsync(context, current))
            .Described("inboxNews", "Server-sent events, for as long as it is listened to.")
            .GivesBytes("text/event-stream");
        readers.MapGet("/signals/{id:guid}", (Guid id, Inbox inbox) => inbox.OpenAsync(id)).AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("signal", "One signal, sealed, with all about it. Noted as opened.")
            .Gives(typeof(SealedSignal))
            .Refuses(Refusal.NotFound);
        readers.MapPost("/signals/{id:guid}/answers", (Guid id, HttpRequest request, Answering answering) => answering.AnswerAsync(id, request))
            .AddEndpointFilter(LiveInbox.RingAfterwards)
            .Described("answer", "Sends a sealed answer and moves the stage with it.")
            .Takes(typeof(AnswerRequest))
            .GivesNothing()
            .Refuses(
                Refusal.NotFound, Refusal.Conflict, Refusal.StageMoved, Refusal.Withdrawn, Refusal.StageUnknown, Refusal.EpochUnknown, Refusal.NeedsTwo,
                Refusal.ProposalOpen);
        readers.MapPost("/signals/{id:guid}/name-page", (Guid id, HttpRequest request, SignalNotes notes) => notes.NamePageAsync(id, request))
            .Described("openNamePage", "Notes that the page with the name is opened, and why.")
            .Takes(typeof(NamePageRequest))
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        readers.MapPost("/signals/{id:guid}/exports", (Guid id, HttpRequest request, SignalNotes notes) => notes.ExportAsync(id, request))
            .Described("exportSignal", "Notes that a readable copy leaves the desk, which makes it itself.")
            .Takes(typeof(ExportRequest))
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        readers.MapAssignment();
        readers.MapRelated();
        readers.MapMeetings();
        SignedIn(staff, [StaffRoles.Weigher]).AddEndpointFilter(LatestContent.Look).MapWeighing();

        MemberRoutes.Map(staff);
        PasskeyFeature.Map(staff);
        SignedIn(staff, StaffRoles.LogReaders).MapAudit();
        ProviderFeature.Map(staff);
        StateFeature.MapState(staff);
        var administrators = SignedIn(staff, [StaffRoles.Administrator]);
        administrators.MapGet("/codes", (Invitations invitations) => invitations.ListAsync())
            .Described("codes", "The codes that nobody used yet, without their secrets.")
            .Gives(typeof(IReadOnlyList<OutstandingCode>));
        administrators.MapPost("/codes", (HttpRequest request, Invitations invitations) => invitations.IssueAsync(request)).RequireRateLimiting(RateLimits.Codes)
            .Described("issueCodes", "Makes one-time codes; this answer is the only place where they are.")
            .Takes(typeof(CodesRequest))
            .Gives(typeof(IssuedCodes))
            .Refuses(Refusal.OrganisationInvalid, Refusal.RoleUnknown, Refusal.CountInvalid, Refusal.CodesOutstanding, Refusal.TooMany);
        administrators.MapDelete("/codes/{name}", (string name, Invitations invitations) => invitations.WithdrawAsync(name))
            .Described("withdrawCode", "Takes a code back before it is used.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        administrators.MapGet("/devices", (DeviceRevocation devices) => devices.ListAsync())
            .Described("devices", "The enrolled devices of the municipality.")
            .Gives(typeof(IReadOnlyList<DeviceItem>));
    }

    /// <param name="roles">One of these; none for anybody signed in.</param>
    internal static RouteGroupBuilder SignedIn(RouteGroupBuilder staff, IReadOnlyList<string>? roles = null) =>
        staff.MapGroup("").AddEndpointFilter(CurrentStaff.Require(roles)).Needs(SecuritySchemes.Session).Refuses(Refusal.NotSignedIn);
}
