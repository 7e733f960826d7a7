using System.Globalization;
using FieldKit.Protocol;
using FieldKit.ReportingPoint.Doorstep;
using FieldKit.ReportingPoint.Storage;
using FieldKit.ReportingPoint.Storage.Rows;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>
/// Where a browser goes to sign in at the provider, and what it brings back. That lies in the address (<c>state</c>), protected, beside a cookie without which it
/// is worth nothing; asking writes nothing here. Each is good for one return, right or wrong, on all nodes.
/// </summary>
internal sealed class ProviderChallenges(ReportingPointDb db, TimeProvider clock, ILogger<ProviderChallenges> log)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string Id = "challenge";
    private const string Until = "until";
    private const string Session = "session";

    /// <param name="toLink">The session that gave the password to link an account; null to sign in.</param>
    /// <returns>The provider's address, or why not.</returns>
    public async Task<IResult> AskAsync(HttpContext context, ProviderSettings provider, Guid? toLink)
    {
        var properties = new AuthenticationProperties();
        properties.Items[Id] = Guid.NewGuid().ToString("D");
        properties.Items[Until] = (clock.GetUtcNow() + Lifetime).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        properties.Items[Session] = toLink?.ToString("D");
        try
        {
            await context.ChallengeAsync(provider.Scheme, properties);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Kinds, not messages: those quote what the provider answered.
            log.LogWarning("The identity provider of {Municipality} could not be asked: {Failure}", provider.Municipality, ProviderFault.KindsOf(failure));
            return Refusal.ProviderUnreachable;
        }

        // A page asked, which goes there itself: a redirect would be followed without being seen.
        var address = context.Response.Headers.Location.ToString();
        context.Response.Headers.Remove(HeaderNames.Location);
        context.Response.StatusCode = StatusCodes.Status200OK;
        return Results.Json(new ProviderAddress(address), ProtocolJson.Default.ProviderAddress);
    }

    public static bool IsToLink(AuthenticationProperties? properties) => SessionOf(properties) is not null;

    public static Guid? SessionOf(AuthenticationProperties? properties) => properties is not null && Guid.TryParse(ItemOf(properties, Session), out var id) ? id : null;

    /// <summary>Only within a writer's turn, and to be saved whatever comes of it.</summary>
    /// <returns>False when it is too late, or was brought back before.</returns>
    public async Task<bool> TakeAsync(AuthenticationProperties properties)
    {
        var now = clock.GetUtcNow();
        if (!Guid.TryParse(ItemOf(properties, Id), out var id)
            || !long.TryParse(ItemOf(properties, Until), NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            || DateTimeOffset.FromUnixTimeMilliseconds(until) <= now)
        {
            return false;
        }

        await db.UsedChallenges.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync();
        if (await db.UsedChallenges.AnyAsync(row => row.Id == id))
        {
            return false;
        }

        db.Add(new UsedChallengeRow { Id = id, ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(until) });
        return true;
    }

    private static string? ItemOf(AuthenticationProperties properties, string name) => properties.Items.TryGetValue(name, out var value) ? value : null;
}
