using FieldKit.Protocol;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FieldKit.ReportingPoint.Staff.Providers;

/// <summary>What went wrong at the provider, for who signs in (a code) and for who runs the server (kinds of failures, without what was sent).</summary>
internal static class ProviderFault
{
    private const string Error = "error";

    public static string CodeOf(Exception? failure) => Chain(failure).Any(IsOutOfReach) ? Refusals.ProviderUnreachable : Refusals.ProviderRefused;

    public static string KindsOf(Exception? failure) => string.Join(" < ", Chain(failure).Select(one => one.GetType().Name));

    /// <summary>No answer, an answer that is no answer (a page, a broken-off text), or one that says that it cannot now.</summary>
    private static bool IsOutOfReach(Exception failure) =>
        failure is HttpRequestException or IOException or OperationCanceledException
        || failure is OpenIdConnectProtocolException && failure.Data[Error] is "server_error" or "temporarily_unavailable"
        || failure.GetType() == typeof(OpenIdConnectProtocolException) && failure.Data[Error] is null && failure.InnerException is not null;

    private static IEnumerable<Exception> Chain(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }
}
