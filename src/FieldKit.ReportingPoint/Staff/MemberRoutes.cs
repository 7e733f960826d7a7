using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>Colleagues come, begin, get access to the keys, begin again and go.</summary>
internal static class MemberRoutes
{
    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapPost("/start/offer", (HttpRequest request, Starting starting) => starting.OfferAsync(request)).RequireRateLimiting(RateLimits.Enrolment)
            .Described("startOffer", "What a start code is for; it stays good.")
            .Takes(typeof(StartCode))
            .Gives(typeof(StartOffer))
            .Refuses(Refusal.StartCodeUnknown, Refusal.TooMany);
        staff.MapPost("/start", (HttpRequest request, Starting starting) => starting.BeginAsync(request)).RequireRateLimiting(RateLimits.Enrolment)
            .Described("start", "Begins at the desk, or begins again, with a password and an own key.")
            .Takes(typeof(StartRequest))
            .GivesNothing()
            .Refuses(Refusal.StartCodeUnknown, Refusal.NameInvalid, Refusal.NameTaken, Refusal.PasswordShort, Refusal.KeyInvalid, Refusal.TooMany);

        var holders = StaffFeature.SignedIn(staff, [.. StaffRoles.Readers, StaffRoles.Administrator]);
        holders.MapGet("/members", (Members members) => members.ListAsync())
            .Described("members", "The staff of the municipality, and who was asked to begin.")
            .Gives(typeof(StaffMembers));
        holders.MapPost("/members/{id:guid}/access", (Guid id, HttpRequest request, KeyAccess access) => access.GiveAsync(id, request))
            .Described("giveAccess", "Keeps the epoch keys as wrapped for a member who has none; for who has them, or an administrator with the recovery key.")
            .Takes(typeof(AccessRequest))
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.KeyMoved, Refusal.KeyInvalid);
        holders.MapGet("/epochs", (KeySuccession succession) => succession.ListAsync())
            .Described("epochs", "The public keys of the municipality: what signals are sealed to, and the recovery key.")
            .Gives(typeof(EpochKeys));
        holders.MapPost("/epochs", (HttpRequest request, KeySuccession succession) => succession.TurnOverAsync(request))
            .Described("turnOver", "Turns the municipality's key over to a new one; for who has the present one. Outstanding codes are taken back.")
            .Takes(typeof(SuccessionRequest))
            .GivesNothing()
            .Refuses(Refusal.KeyMoved, Refusal.KeyInvalid, Refusal.PasswordWrong, Refusal.TooMany);

        var administrators = StaffFeature.SignedIn(staff, [StaffRoles.Administrator]);
        administrators.MapPost("/members", (HttpRequest request, Members members) => members.InviteAsync(request)).RequireRateLimiting(RateLimits.Codes)
            .Described("inviteMember", "Makes a start code for a new colleague; this answer is the only place where it is.")
            .Takes(typeof(StaffStartRequest))
            .Gives(typeof(IssuedStart))
            .Refuses(Refusal.NameInvalid, Refusal.RoleUnknown, Refusal.CodesOutstanding, Refusal.PasswordWrong, Refusal.TooMany);
        administrators.MapPost("/members/{id:guid}/start", (Guid id, HttpRequest request, Members members) => members.BeginAgainAsync(id, request)).RequireRateLimiting(RateLimits.Codes)
            .Described("restartMember", "Makes a start code for a member who lost the password or the passphrase.")
            .Takes(typeof(PasswordAgain))
            .Gives(typeof(IssuedStart))
            .Refuses(Refusal.NotFound, Refusal.LastHolder, Refusal.CodesOutstanding, Refusal.PasswordWrong, Refusal.TooMany);
        administrators.MapDelete("/starts/{name}", (string name, Members members) => members.WithdrawAsync(name))
            .Described("withdrawStart", "Takes a start code back before it is used.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        administrators.MapPost("/members/{id:guid}/removal", (Guid id, HttpRequest request, Members members) => members.RemoveAsync(id, request))
            .Described("removeMember", "Ends a member's sessions and deletes the member with all passkeys and wrapped keys.")
            .Takes(typeof(PasswordAgain))
            .GivesNothing()
            .Refuses(Refusal.NotFound, Refusal.LastAdministrator, Refusal.LastHolder, Refusal.PasswordWrong, Refusal.TooMany);
        administrators.MapDelete("/members/{id:guid}/sessions", (Guid id, Members members) => members.SignOutAsync(id))
            .Described("signOutMember", "Ends all sessions of a member.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
        administrators.MapPost("/recovery", (KeyAccess access) => access.RecoveryAsync())
            .Described("recovery", "The epoch keys as wrapped for the recovery key. Noted.")
            .Gives(typeof(RecoveryKeyring))
            .Refuses(Refusal.NotFound);
    }
}
