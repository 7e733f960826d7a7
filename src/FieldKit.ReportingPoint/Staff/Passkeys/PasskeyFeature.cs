using FieldKit.Protocol;
using FieldKit.ReportingPoint.Description;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace FieldKit.ReportingPoint.Staff.Passkeys;

/// <summary>Passkeys of staff, beside name and password. ASP.NET Core Identity verifies them; the tables and the sessions are ours (docs/decisions/0018).</summary>
internal static class PasskeyFeature
{
    /// <summary>Of an answer: far above what a device sends that proves nothing about its maker.</summary>
    public const int RequestBytes = 16 * 1024;

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffRow>().AddUserStore<PasskeyUsers>();
        services.AddScoped<IPasskeyHandler<StaffRow>, PasskeyHandler<StaffRow>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.AuthenticatorTimeout = PasskeyChallenges.Lifetime;
            options.ValidateOrigin = context => ValueTask.FromResult(IsOurs(context));
        });
        services.AddScoped<PasskeyChallenges>();
        services.AddScoped<PasskeySignIn>();
        services.AddScoped<OwnPasskeys>();
    }

    public static void Map(RouteGroupBuilder staff)
    {
        staff.MapPost("/session/passkey/options", (HttpContext context, PasskeySignIn signIn) => signIn.AskAsync(context)).RequireRateLimiting(RateLimits.Passkeys)
            .Described("passkeyOptions", "What the browser asks of a passkey, with a challenge for one answer within five minutes.")
            .Gives(typeof(PasskeyOptions))
            .Refuses(Refusal.TooMany);
        staff.MapPost("/session/passkey", (HttpRequest request, PasskeySignIn signIn) => signIn.InAsync(request)).RequireRateLimiting(RateLimits.SignIn)
            .Described("signInWithPasskey", "Begins a session with a passkey.")
            .Takes(typeof(PasskeyAnswer))
            .Gives(typeof(StaffSession))
            .Refuses(Refusal.PasskeyRefused, Refusal.TooMany);

        var signedIn = StaffFeature.SignedIn(staff);
        signedIn.MapGet("/passkeys", (OwnPasskeys own) => own.ListAsync())
            .Described("passkeys", "The passkeys of who is signed in.")
            .Gives(typeof(IReadOnlyList<PasskeyItem>));
        signedIn.MapPost("/passkeys/options", (HttpRequest request, OwnPasskeys own) => own.AskAsync(request)).RequireRateLimiting(RateLimits.Passkeys)
            .Described("newPasskeyOptions", "What the browser asks of a device to make a passkey, after the password again.")
            .Takes(typeof(PasswordAgain))
            .Gives(typeof(PasskeyOptions))
            .Refuses(Refusal.PasswordWrong, Refusal.PasskeysMany, Refusal.TooMany);
        signedIn.MapPost("/passkeys", (HttpRequest request, OwnPasskeys own) => own.AddAsync(request))
            .Described("addPasskey", "Keeps a passkey that was made to the challenge of newPasskeyOptions, in the same session.")
            .Takes(typeof(NewPasskey))
            .GivesNothing()
            .Refuses(Refusal.NameInvalid, Refusal.PasskeyInvalid, Refusal.PasskeysMany);
        signedIn.MapDelete("/passkeys/{id:guid}", (Guid id, OwnPasskeys own) => own.RemoveAsync(id))
            .Described("removePasskey", "Removes one of the passkeys of who is signed in.")
            .GivesNothing()
            .Refuses(Refusal.NotFound);
    }

    /// <summary>Made on a page of this very origin, not in a frame of another's.</summary>
    private static bool IsOurs(PasskeyOriginValidationContext context)
    {
        var request = context.HttpContext.Request;
        return !context.CrossOrigin && string.Equals(context.Origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
    }
}
