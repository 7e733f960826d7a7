namespace FieldKit.ReportingPoint.StaticApps;

/// <summary>What a browser may do with our answers: nothing but run our own files and talk to us.</summary>
internal static class SecurityHeaders
{
    public const string TransportSecurity = "max-age=63072000; includeSubDomains";

    // 'wasm-unsafe-eval' lets WebAssembly compile and nothing more; no inline script or style anywhere.
    private const string ContentSecurity =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    // Data: nothing in it is for a page to show or to run.
    private const string DataSecurity = "default-src 'none'; frame-ancestors 'none'";

    // Nothing that FieldKit does needs a sensor, a device or a payment.
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), serial=(), usb=()";

    /// <summary>Of what the API answers: few bytes, because a telephone with nothing to send pays for each of them.</summary>
    public static void PutOnData(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = DataSecurity;
        PutOnAll(headers);
    }

    /// <param name="isDesk">Whoever opened a page of the desk has no hold on it: a password is typed there.</param>
    public static void PutOnPages(IHeaderDictionary headers, bool isDesk)
    {
        headers.ContentSecurityPolicy = ContentSecurity;
        headers["Permissions-Policy"] = Permissions;
        PutOnAll(headers);
        if (isDesk)
        {
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
        }
    }

    private static void PutOnAll(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";

        // A process of its own, which the field app gets without waiting for it (docs/decisions/0017-no-opener-policy-in-the-field-app.md).
        headers["Origin-Agent-Cluster"] = "?1";
    }
}
