using FieldKit.ReportingPoint.Doorstep;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FieldKit.ReportingPoint.Staff;

/// <summary>The session of a staff member: a cookie that scripts cannot read and other sites cannot send.</summary>
internal static class DeskCookie
{
    /// <summary>A working day.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(9);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "fieldkit-desk";
        options.Cookie.Path = "/api/v1/staff";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;

        // Programs ask here, not pages: a refusal, never a redirect to a form.
        options.Events.OnRedirectToLogin = redirect => Refusal.NotSignedIn.ExecuteAsync(redirect.HttpContext);
        options.Events.OnRedirectToAccessDenied = redirect => Refusal.NotAllowed.ExecuteAsync(redirect.HttpContext);
    }
}
