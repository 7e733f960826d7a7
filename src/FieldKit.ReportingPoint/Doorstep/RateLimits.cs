using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace FieldKit.ReportingPoint.Doorstep;

/// <summary>How often one address may try a secret, an enrolment code or a password, or have new ones made.</summary>
internal static class RateLimits
{
    /// <summary>A room full of colleagues may enrol behind one address; 60-bit codes are not guessed at this pace.</summary>
    public const string Enrolment = "enrolment";
    public const string SignIn = "sign-in";

    public const string Codes = "codes";

    /// <summary>Questions to a passkey or an identity provider: they tell nothing and write nothing.</summary>
    public const string Passkeys = "passkeys";

    /// <summary>Going through the whole audit log.</summary>
    public const string AuditChecks = "audit-checks";

    private const int AuditChecksPerMinute = 4;
    private const int CodesPerMinute = 10;
    private const int EnrolmentsPerMinute = 30;
    private const int SignInsPerMinute = 10;
    private const int PasskeyQuestionsPerMinute = 30;

    public static void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Enrolment, context => PerAddress(context, EnrolmentsPerMinute));
        options.AddPolicy(Codes, context => PerAddress(context, CodesPerMinute));
        options.AddPolicy(SignIn, context => PerAddress(context, SignInsPerMinute));
        options.AddPolicy(Passkeys, context => PerAddress(context, PasskeyQuestionsPerMinute));
        options.AddPolicy(AuditChecks, context => PerAddress(context, AuditChecksPerMinute));
        options.OnRejected = async (rejected, cancellation) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
            if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RefusedToPage>() is { } page)
            {
                rejected.HttpContext.Response.Redirect(page.Address);
                return;
            }

            await new RetryLater(wait).ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<IPAddress> PerAddress(HttpContext context, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            ClientAddress.Of(context),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
}
