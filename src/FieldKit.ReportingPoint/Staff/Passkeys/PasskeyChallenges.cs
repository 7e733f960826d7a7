using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace FieldKit.ReportingPoint.Staff.Passkeys;

/// <summary>
/// What a passkey is asked to sign lies between the question and the answer in a cookie that only this reporting point can read or make. So asking
/// writes nothing here, whoever asks; answering does: each challenge is good for one answer, right or wrong, on all nodes.
/// </summary>
internal sealed class PasskeyChallenges(IDataProtectionProvider protection, ReportingPointDb db, TimeProvider clock)
{
    /// <summary>What a challenge is for; one for another purpose is none.</summary>
    public const string ToAdd = "add";
    public const string ToSignIn = "sign-in";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Cookie = "fieldkit-passkey";
    private const string Path = "/api/v1/staff";

    private readonly IDataProtector protector = protection.CreateProtector("passkey-challenge");

    /// <param name="state">What the passkey handler wants back with the answer.</param>
    public void Give(HttpContext context, string purpose, string state)
    {
        var given = new PasskeyChallenge(Guid.NewGuid(), purpose, StaffSessions.IdOf(context.User), clock.GetUtcNow() + Lifetime, state);
        context.Response.Cookies.Append(
            Cookie,
            Convert.ToBase64String(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(given, PasskeyChallengeJson.Default.PasskeyChallenge))),
            new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Path, MaxAge = Lifetime });
    }

    /// <summary>Only within a writer's turn, and to be saved whatever comes of the answer.</summary>
    /// <returns>The state that was given for this purpose to this browser, in the same session; null when there is none, too late, or answered before.</returns>
    public async Task<string?> TakeAsync(HttpContext context, string purpose)
    {
        var now = clock.GetUtcNow();
        if (Read(context) is not { } given || given.ExpiresAt <= now)
        {
            return null;
        }

        context.Response.Cookies.Delete(Cookie, new() { Path = Path });
        await db.UsedChallenges.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync();
        if (await db.UsedChallenges.AnyAsync(row => row.Id == given.Id))
        {
            return null;
        }

        db.Add(new UsedChallengeRow { Id = given.Id, ExpiresAt = given.ExpiresAt });
        var isForThis = given.Purpose == purpose && (purpose == ToSignIn || given.Session == StaffSessions.IdOf(context.User));
        return isForThis ? given.State : null;
    }

    private PasskeyChallenge? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } cookie
                ? JsonSerializer.Deserialize(protector.Unprotect(Convert.FromBase64String(cookie)), PasskeyChallengeJson.Default.PasskeyChallenge)
                : null;
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

/// <param name="Session">Of who asked; null before signing in.</param>
internal sealed record PasskeyChallenge(Guid Id, string Purpose, Guid? Session, DateTimeOffset ExpiresAt, string State);

[JsonSerializable(typeof(PasskeyChallenge))]
internal sealed partial class PasskeyChallengeJson : JsonSerializerContext;
